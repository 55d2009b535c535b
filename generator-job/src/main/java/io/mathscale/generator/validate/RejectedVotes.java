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
            new Rejected(
                vote.id(),
                Tables.VALIDATIONS.producer(),
                RejectionReason.valueOf(vote.reason()),
                vote.detail(),
                "pair %s, fresh solution %d, by %s"
                    .formatted(vote.id(), vote.sample(), vote.model()),
                vote.solution(),
                vote.call());
    return votes.filter(isUseless).map(rejected, Rejected.ENCODER);
  }

  /** A row for each reply of a judge without a verdict. */
  public static Dataset<Rejected> ofJudges(Dataset<JudgeVote> votes) {
    FilterFunction<JudgeVote> isUseless = vote -> !vote.reason().isEmpty();
    MapFunction<JudgeVote, Rejected> rejected =
        vote ->
            new Rejected(
                vote.id(),
                Tables.VALIDATIONS.producer(),
                RejectionReason.valueOf(vote.reason()),
                vote.detail(),
                "pair %s, judged by %s".formatted(vote.id(), vote.judge()),
                vote.words(),
                vote.call());
    return votes.filter(isUseless).map(rejected, Rejected.ENCODER);
  }
}
