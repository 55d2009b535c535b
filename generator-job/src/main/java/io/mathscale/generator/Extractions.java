package io.mathscale.generator;

import io.mathscale.core.data.Answer;
import io.mathscale.core.data.ExtractedConcepts;
import io.mathscale.core.data.Provenance;
import io.mathscale.core.data.SeedQuestion;
import io.mathscale.generator.replies.ConceptsReply;
import io.mathscale.generator.replies.Reading;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import scala.Tuple2;

/** Reads the concepts of seeds out of the teacher's answers. */
final class Extractions implements MapFunction<Tuple2<Answer, SeedQuestion>, Extraction> {
  private static final long serialVersionUID = 1L;

  private final String promptVersion;

  private Extractions(String promptVersion) {
    this.promptVersion = promptVersion;
  }

  /** A row for each answer. */
  static Dataset<Extraction> of(
      Dataset<Answer> answers, Dataset<SeedQuestion> seeds, String promptVersion) {
    return answers
        .joinWith(seeds, answers.col("id").equalTo(seeds.col("id")), "inner")
        .map(new Extractions(promptVersion), Extraction.ENCODER);
  }

  @Override
  public Extraction call(Tuple2<Answer, SeedQuestion> asked) {
    Answer answer = asked._1();
    SeedQuestion seed = asked._2();
    Refusals refusals = new Refusals(Extract.NAME, seed.id(), "seed " + seed.id());
    if (!answer.isComplete()) {
      return new Extraction(null, refusals.of(answer.failure(), seed.question()));
    }

    String content = answer.completion().content();
    Reading<ConceptsReply> reading = ConceptsReply.read(content);
    if (reading instanceof Reading.Read<ConceptsReply> read) {
      return new Extraction(concepts(seed, answer, read.value()), null);
    }

    return new Extraction(null, refusals.of((Reading.Refused<ConceptsReply>) reading, content));
  }

  private ExtractedConcepts concepts(SeedQuestion seed, Answer answer, ConceptsReply reply) {
    return new ExtractedConcepts(
        seed.id(),
        seed.dataset(),
        reply.topics(),
        reply.knowledgePoints(),
        Provenance.of(answer.completion(), promptVersion));
  }
}
