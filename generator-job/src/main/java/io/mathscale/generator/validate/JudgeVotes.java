package io.mathscale.generator.validate;

import io.mathscale.core.encoder.RecordEncoders;
import java.util.List;
import org.apache.spark.sql.Encoder;

/**
 * What became of asking judges about one pair.
 *
 * @param id id of the pair
 * @param votes what each of them said
 */
public record JudgeVotes(String id, List<JudgeVote> votes) {
  /** Rows of this type, a column a component. */
  public static final Encoder<JudgeVotes> ENCODER = RecordEncoders.of(JudgeVotes.class);
}
