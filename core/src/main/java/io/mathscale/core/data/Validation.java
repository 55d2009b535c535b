package io.mathscale.core.data;

import io.mathscale.core.encoder.RecordEncoders;
import java.math.BigDecimal;
import java.util.List;
import org.apache.spark.sql.Encoder;

/**
 * What fresh solutions of a pair's question say of its answer.
 *
 * @param id id of the pair
 * @param verdict what they say
 * @param answer the majority answer, as it was written; empty if none has a majority
 * @param agreement share of the largest group among the fresh solutions that have an answer, from 0
 *     to 1
 * @param passRate share of fresh solutions that have the pair's own answer, estimated without bias
 *     for the stopping rule; null where none was asked for
 * @param tries fresh solutions asked for
 * @param rule name of the stopping rule
 * @param votes the answers, the most frequent first
 * @param solution the fresh solution that takes the place of the pair's own where the majority
 *     does; empty where it does not
 * @param cost US dollars that the fresh solutions took
 * @param call key of the call that wrote the pair
 */
public record Validation(
    String id,
    ValidationVerdict verdict,
    String answer,
    double agreement,
    Double passRate,
    int tries,
    String rule,
    List<VoteGroup> votes,
    String solution,
    BigDecimal cost,
    String call) {
  /** Rows of this type, a column a component. */
  public static final Encoder<Validation> ENCODER = RecordEncoders.of(Validation.class);

  /** Copies the votes. */
  public Validation {
    votes = List.copyOf(votes);
  }
}
