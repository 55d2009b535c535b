package io.mathscale.generator.validate;

import io.mathscale.core.data.Answer;
import io.mathscale.core.data.JudgeVerdict;
import io.mathscale.core.data.RejectionReason;
import io.mathscale.core.judge.JudgeReply;
import io.mathscale.generator.replies.AnswerToRow;
import org.apache.spark.sql.Dataset;

/** Reads verdicts out of a judge's replies. */
public final class ReadJudgeVote extends AnswerToRow<PairForJudges, JudgeVote> {
  private static final long serialVersionUID = 1L;

  private final String judge;

  ReadJudgeVote(String judge) {
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
    return new ReadJudgeVote(judge).read(replies, pairs, JudgeVote.ENCODER);
  }

  @Override
  protected JudgeVote read(Answer reply, PairForJudges pair) {
    return pair.solution()
        .read(reply.completion().content())
        .map((JudgeReply read) -> vote(reply, read.verdict(), read.words(), "", ""))
        .orElseGet(
            () ->
                refused(
                    reply,
                    RejectionReason.UNREADABLE_REPLY,
                    "the reply must have a line with a verdict under the mark of its prompt"));
  }

  @Override
  protected JudgeVote refused(Answer reply, RejectionReason reason, String detail) {
    String words = reply.isComplete() ? reply.completion().content() : "";
    return vote(reply, null, words, reason.name(), detail);
  }

  private JudgeVote vote(
      Answer reply, JudgeVerdict verdict, String words, String reason, String detail) {
    return new JudgeVote(
        reply.id(), judge, verdict, words, reply.cost(), reply.call(), reason, detail);
  }
}
