package io.mathscale.generator.replies;

import io.mathscale.core.config.GenerateConfig.Answers;
import io.mathscale.core.data.Answer;
import io.mathscale.core.data.Composition;
import io.mathscale.core.data.GeneratedPair;
import io.mathscale.core.data.Provenance;
import io.mathscale.core.data.RowOrRejection;
import io.mathscale.core.identity.StableHash;
import io.mathscale.core.workspace.Tables;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import scala.Tuple2;

/** Reads new pairs out of the teacher's answers. */
public final class Generations
    implements MapFunction<Tuple2<Answer, Composition>, RowOrRejection<GeneratedPair>> {
  private static final long serialVersionUID = 1L;

  /** The command that asks, under whose name rejected answers stand. */
  private static final String COMMAND = Tables.PAIRS.producer();

  private final String promptVersion;
  private final Answers answers;

  private Generations(String promptVersion, Answers answers) {
    this.promptVersion = promptVersion;
    this.answers = answers;
  }

  /**
   * A row for each answer: what it says, or a rejection.
   *
   * @param promptVersion name and hash of the prompt's template
   * @param finalAnswers what becomes of a pair without a final answer
   */
  public static Dataset<RowOrRejection<GeneratedPair>> of(
      Dataset<Answer> answers,
      Dataset<Composition> compositions,
      String promptVersion,
      Answers finalAnswers) {
    return answers
        .joinWith(compositions, answers.col("id").equalTo(compositions.col("id")), "inner")
        .map(
            new Generations(promptVersion, finalAnswers),
            RowOrRejection.encoder(GeneratedPair.ENCODER));
  }

  @Override
  public RowOrRejection<GeneratedPair> call(Tuple2<Answer, Composition> asked) {
    Answer answer = asked._1();
    Composition composition = asked._2();
    String id = StableHash.contentId(composition.id(), answer.sample());
    RejectedAnswers rejections =
        new RejectedAnswers(COMMAND, id, "composition " + composition.id());
    if (!answer.isComplete()) {
      return RowOrRejection.rejected(rejections.of(answer.failure(), ""));
    }

    String content = answer.completion().content();
    ParseResult<PairReply> result = PairReply.read(content, answers);
    if (result instanceof ParseResult.Parsed<PairReply> parsed) {
      return RowOrRejection.of(pair(id, composition, answer, parsed.value()));
    }

    return RowOrRejection.rejected(rejections.of((ParseResult.Refused<PairReply>) result, content));
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
        Provenance.of(answer.completion(), promptVersion),
        reasoning(answer.completion().reasoning(), reply.reasoning()),
        reply.questionType(),
        reply.answerRule());
  }

  /** What the service calls reasoning, and what the reply marks as such. */
  private static String reasoning(String told, String marked) {
    return told.isBlank() || marked.isBlank() ? told + marked : told + "\n\n" + marked;
  }
}
