package io.mathscale.core.data;

import io.mathscale.core.encoder.RecordEncoders;
import java.math.BigDecimal;
import org.apache.spark.sql.Encoder;

/**
 * What became of one prompt: a completion, or else a failure.
 *
 * @param id id of the row that asked
 * @param sample which of the answers that the row wanted
 * @param completion the answer; null where the call failed
 * @param failure why there is none; null where there is one
 */
public record Answer(String id, int sample, Completion completion, CallFailure failure) {
  /** Rows of this type, a column a component. */
  public static final Encoder<Answer> ENCODER = RecordEncoders.of(Answer.class);

  /** Whether the model answered. */
  public boolean isComplete() {
    return completion != null;
  }

  /** Key of the call in the journal. */
  public String call() {
    return isComplete() ? completion.key() : failure.key();
  }

  /** What the call cost, in US dollars. */
  public BigDecimal cost() {
    return isComplete() ? completion.cost() : failure.cost();
  }
}
