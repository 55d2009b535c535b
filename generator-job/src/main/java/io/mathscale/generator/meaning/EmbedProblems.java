package io.mathscale.generator.meaning;

import io.mathscale.generator.benchmark.BenchmarkQuestion;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;

/** Embeds problems of the benchmark, with one model for each partition. */
final class EmbedProblems implements MapPartitionsFunction<BenchmarkQuestion, EmbeddedProblem> {
  private static final long serialVersionUID = 1L;

  @Override
  public Iterator<EmbeddedProblem> call(Iterator<BenchmarkQuestion> questions) {
    SentenceEmbedder embedder = new SentenceEmbedder();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return questions.hasNext();
      }

      @Override
      public EmbeddedProblem next() {
        BenchmarkQuestion question = questions.next();
        List<Float> vector = new ArrayList<>();
        for (float value : embedder.embed(question.question())) {
          vector.add(value);
        }

        return new EmbeddedProblem(
            question.problem(), question.benchmark(), question.question(), vector);
      }
    };
  }
}
