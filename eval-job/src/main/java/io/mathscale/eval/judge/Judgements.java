package io.mathscale.eval.judge;

import io.mathscale.core.data.Answer;
import io.mathscale.core.data.CallFailure;
import io.mathscale.core.data.Judgement;
import io.mathscale.core.data.Provenance;
import io.mathscale.core.data.Rejected;
import io.mathscale.core.data.RejectionReason;
import io.mathscale.core.data.RowOrRejection;
import io.mathscale.core.judge.JudgeReply;
import java.util.Optional;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import scala.Tuple2;

/** Reads the replies of a judge. */
public final class Judgements {
  private static final String STAGE = "judge";

  private Judgements() {}

  /**
   * The judgement in each reply, and the rejection of each that holds none.
   *
   * @param replies what became of the calls
   * @param answers the answers that were asked about
   * @param judge name of the model that judges
   * @param prompt version of the prompt
   */
  public static Dataset<RowOrRejection<Judgement>> of(
      Dataset<Answer> replies, Dataset<JudgedAnswer> answers, String judge, String prompt) {
    MapFunction<Tuple2<Answer, JudgedAnswer>, RowOrRejection<Judgement>> read =
        pair -> of(pair._1(), pair._2(), judge, prompt);
    return replies
        .joinWith(answers, replies.col("id").equalTo(answers.col("key")), "inner")
        .map(read, RowOrRejection.encoder(Judgement.ENCODER));
  }

  private static RowOrRejection<Judgement> of(
      Answer reply, JudgedAnswer answer, String judge, String prompt) {
    if (!reply.isComplete()) {
      CallFailure failure = reply.failure();
      String detail = "%s: %s".formatted(failure.cause(), failure.message());
      return rejected(answer, judge, RejectionReason.CALL_FAILED, detail, "");
    }

    String content = reply.completion().content();
    Optional<JudgeReply> read = answer.solution().read(content);
    return read.isPresent()
        ? RowOrRejection.of(
            judgement(answer, judge, read.get(), Provenance.of(reply.completion(), prompt)))
        : rejected(
            answer,
            judge,
            RejectionReason.UNREADABLE_REPLY,
            "the reply must have a line with a verdict under the mark of its prompt",
            content);
  }

  private static RowOrRejection<Judgement> rejected(
      JudgedAnswer answer, String judge, RejectionReason reason, String detail, String content) {
    String origin = "%s by %s".formatted(answer.key(), judge);
    return RowOrRejection.rejected(
        new Rejected(answer.id(), STAGE, reason, detail, origin, content));
  }

  private static Judgement judgement(
      JudgedAnswer answer, String judge, JudgeReply reply, Provenance provenance) {
    return new Judgement(
        answer.id(),
        answer.dataset(),
        answer.model(),
        answer.sample(),
        answer.extracted(),
        answer.length(),
        answer.strict(),
        judge,
        reply.verdict(),
        reply.words(),
        provenance);
  }
}
