package io.mathscale.generator.validate;

import io.mathscale.core.data.Rejected;
import io.mathscale.core.data.RejectionReason;
import io.mathscale.core.workspace.Tables;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;

/**
 * Makes the rejections of what votes for nothing: fresh solutions that have no answer, each of
 * which is a try, and replies of judges that give no verdict.
 */
public final class RejectedVotes {
  private RejectedVotes() {}

  /** A row for each fresh solution without an answer. */
  public static Dataset<Rejected> of(Dataset<FreshVote> votes) {
    FilterFunction<FreshVote> isUseless = vote -> !vote.reason().isEmpty();
    MapFunction<FreshVote, Rejected> rejected =
        vote ->
            rejected(
                vote.id(),
                vote.reason(),
                vote.detail(),
                "fresh solution %d, by %s".formatted(vote.sample(), vote.model()),
                vote.solution(),
                vote.call());
    return votes.filter(isUseless).map(rejected, Rejected.ENCODER);
  }

  /** A row for each reply of a judge without a verdict. */
  public static Dataset<Rejected> ofJudges(Dataset<JudgeVote> votes) {
    FilterFunction<JudgeVote> isUseless = vote -> !vote.reason().isEmpty();
    MapFunction<JudgeVote, Rejected> rejected =
        vote ->
            rejected(
                vote.id(),
                vote.reason(),
                vote.detail(),
                "judged by " + vote.judge(),
                vote.words(),
                vote.call());
    return votes.filter(isUseless).map(rejected, Rejected.ENCODER);
  }

  private static Rejected rejected(
      String pair, String reason, String detail, String asked, String reply, String call) {
    return new Rejected(
        pair,
        Tables.VALIDATIONS.producer(),
        RejectionReason.valueOf(reason),
        detail,
        "pair %s, %s".formatted(pair, asked),
        reply,
        call);
  }
}
