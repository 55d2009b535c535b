package io.mathscale.generator;

import io.mathscale.core.data.Answer;
import io.mathscale.core.data.Composition;
import io.mathscale.core.data.GeneratedPair;
import io.mathscale.core.data.Provenance;
import io.mathscale.core.identity.StableHash;
import io.mathscale.generator.replies.PairReply;
import io.mathscale.generator.replies.Reading;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import scala.Tuple2;

/** Reads new pairs out of the teacher's answers. */
final class Generations implements MapFunction<Tuple2<Answer, Composition>, Generation> {
  private static final long serialVersionUID = 1L;

  private final String promptVersion;

  private Generations(String promptVersion) {
    this.promptVersion = promptVersion;
  }

  /** A row for each answer. */
  static Dataset<Generation> of(
      Dataset<Answer> answers, Dataset<Composition> compositions, String promptVersion) {
    return answers
        .joinWith(compositions, answers.col("id").equalTo(compositions.col("id")), "inner")
        .map(new Generations(promptVersion), Generation.ENCODER);
  }

  @Override
  public Generation call(Tuple2<Answer, Composition> asked) {
    Answer answer = asked._1();
    Composition composition = asked._2();
    String id = StableHash.contentId(composition.id(), answer.sample());
    Refusals refusals = new Refusals(Generate.NAME, id, "composition " + composition.id());
    if (!answer.isComplete()) {
      return new Generation(null, refusals.of(answer.failure(), ""));
    }

    String content = answer.completion().content();
    Reading<PairReply> reading = PairReply.read(content);
    if (reading instanceof Reading.Read<PairReply> read) {
      return new Generation(pair(id, composition, answer, read.value()), null);
    }

    return new Generation(null, refusals.of((Reading.Refused<PairReply>) reading, content));
  }

  private GeneratedPair pair(String id, Composition composition, Answer answer, PairReply reply) {
    return new GeneratedPair(
        id,
        composition.id(),
        answer.sample(),
        composition.topics(),
        composition.knowledgePoints(),
        reply.question(),
        reply.solution(),
        reply.answer(),
        Provenance.of(answer.completion(), promptVersion));
  }
}
