package io.mathscale.generator.replies;

import io.mathscale.core.data.Answer;
import io.mathscale.core.data.ExtractedConcepts;
import io.mathscale.core.data.Provenance;
import io.mathscale.core.data.RowOrRejection;
import io.mathscale.core.data.SeedQuestion;
import io.mathscale.core.workspace.Tables;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import scala.Tuple2;

/** Reads the concepts of seeds out of the teacher's answers. */
public final class Extractions
    implements MapFunction<Tuple2<Answer, SeedQuestion>, RowOrRejection<ExtractedConcepts>> {
  private static final long serialVersionUID = 1L;

  /** The command that asks, under whose name rejected answers stand. */
  private static final String COMMAND = Tables.CONCEPTS.producer();

  private final String promptVersion;

  private Extractions(String promptVersion) {
    this.promptVersion = promptVersion;
  }

  /**
   * A row for each answer: what it says, or a rejection.
   *
   * @param promptVersion name and hash of the prompt's template
   */
  public static Dataset<RowOrRejection<ExtractedConcepts>> of(
      Dataset<Answer> answers, Dataset<SeedQuestion> seeds, String promptVersion) {
    return answers
        .joinWith(seeds, answers.col("id").equalTo(seeds.col("id")), "inner")
        .map(new Extractions(promptVersion), RowOrRejection.encoder(ExtractedConcepts.ENCODER));
  }

  @Override
  public RowOrRejection<ExtractedConcepts> call(Tuple2<Answer, SeedQuestion> asked) {
    Answer answer = asked._1();
    SeedQuestion seed = asked._2();
    RejectedAnswers rejections = new RejectedAnswers(COMMAND, seed.id(), "seed " + seed.id());
    if (!answer.isComplete()) {
      return RowOrRejection.rejected(rejections.of(answer.failure(), seed.question()));
    }

    String content = answer.completion().content();
    ParseResult<ConceptsReply> result = ConceptsReply.read(content);
    if (result instanceof ParseResult.Parsed<ConceptsReply> parsed) {
      return RowOrRejection.of(concepts(seed, answer, parsed.value()));
    }

    return RowOrRejection.rejected(
        rejections.of((ParseResult.Refused<ConceptsReply>) result, content));
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
