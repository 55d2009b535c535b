package io.mathscale.generator.validate;

import io.mathscale.core.data.Answer;
import io.mathscale.core.data.CallFailure;
import io.mathscale.core.data.Completion;
import io.mathscale.core.data.RejectionReason;
import io.mathscale.core.judge.JudgeReply;
import java.util.Optional;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import scala.Tuple2;

/** Reads verdicts out of a judge's replies. */
public final class ReadJudgeVote implements MapFunction<Tuple2<Answer, PairForJudges>, JudgeVote> {
  private static final long serialVersionUID = 1L;

  private final String judge;

  private ReadJudgeVote(String judge) {
    this.judge = judge;
  }

  /**
   * A row for each reply.
   *
   * @param pairs what was asked about
   * @param judge name of the model that was asked
   */
  public static Dataset<JudgeVote> of(
      Dataset<Answer> replies, Dataset<PairForJudges> pairs, String judge) {
    return replies
        .joinWith(pairs, replies.col("id").equalTo(pairs.col("id")), "inner")
        .map(new ReadJudgeVote(judge), JudgeVote.ENCODER);
  }

  @Override
  public JudgeVote call(Tuple2<Answer, PairForJudges> asked) {
    Answer reply = asked._1();
    if (!reply.isComplete()) {
      CallFailure failure = reply.failure();
      return new JudgeVote(
          reply.id(),
          judge,
          null,
          "",
          failure.cost(),
          failure.key(),
          RejectionReason.CALL_FAILED.name(),
          "%s: %s".formatted(failure.cause(), failure.message()));
    }

    Completion completion = reply.completion();
    Optional<JudgeReply> read = asked._2().solution().read(completion.content());
    return new JudgeVote(
        reply.id(),
        judge,
        read.map(JudgeReply::verdict).orElse(null),
        read.map(JudgeReply::words).orElse(completion.content()),
        completion.cost(),
        completion.key(),
        read.isPresent() ? "" : RejectionReason.UNREADABLE_REPLY.name(),
        read.isPresent()
            ? ""
            : "the reply must have a line with a verdict under the mark of its prompt");
  }
}
