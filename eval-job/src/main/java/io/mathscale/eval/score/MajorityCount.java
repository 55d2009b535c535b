package io.mathscale.eval.score;

import io.mathscale.core.config.ScoreConfig.GraderName;
import io.mathscale.core.encoder.RecordEncoders;
import io.mathscale.eval.metrics.Tally;
import org.apache.spark.sql.Encoder;

/**
 * The number of problems of which the most frequent of the first k answers is right.
 *
 * @param model the model
 * @param dataset {@code data_topic}
 * @param isFirst whether the problems are among the first of their data set, up to the cap
 * @param k number of answers compared
 * @param mwpbench problems of which the released rules call that answer right
 * @param strict problems of which the strict grader calls that answer right
 */
public record MajorityCount(
    String model, String dataset, boolean isFirst, int k, long mwpbench, long strict) {
  static final Encoder<MajorityCount> ENCODER = RecordEncoders.of(MajorityCount.class);

  /** What a grader makes of it. */
  Tally tally(GraderName grader) {
    return switch (grader) {
      case MWPBENCH -> Tally.ofMajority(k, mwpbench);
      case STRICT -> Tally.ofMajority(k, strict);
    };
  }
}
