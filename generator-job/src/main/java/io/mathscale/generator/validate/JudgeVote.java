package io.mathscale.generator.validate;

import io.mathscale.core.data.JudgeVerdict;
import io.mathscale.core.data.PairJudgement;
import io.mathscale.core.encoder.RecordEncoders;
import java.math.BigDecimal;
import org.apache.spark.sql.Encoder;

/**
 * What became of asking one judge about one pair.
 *
 * @param id id of the pair
 * @param judge name of the model, as configured
 * @param verdict what it says; null where its reply gives no verdict
 * @param words its reasons, or the reply where that gives no verdict
 * @param cost US dollars
 * @param call key of the call
 * @param reason name of the reason why there is no verdict; empty where there is one
 * @param detail more about that
 */
public record JudgeVote(
    String id,
    String judge,
    JudgeVerdict verdict,
    String words,
    BigDecimal cost,
    String call,
    String reason,
    String detail) {
  /** Rows of this type, a column a component. */
  public static final Encoder<JudgeVote> ENCODER = RecordEncoders.of(JudgeVote.class);

  PairJudgement judgement() {
    return new PairJudgement(judge, verdict, words, cost, call);
  }
}
