package io.mathscale.eval.score;

import io.mathscale.core.encoder.RecordEncoders;
import java.util.List;
import org.apache.spark.sql.Encoder;

/**
 * A model's answers to a problem.
 *
 * @param model the model
 * @param dataset {@code data_topic}
 * @param isFirst whether the problem is among the first of its topic, up to the cap
 * @param votes the answers, by sample
 */
public record Ballot(String model, String dataset, boolean isFirst, List<Vote> votes) {
  static final Encoder<Ballot> ENCODER = RecordEncoders.of(Ballot.class);
}
