package io.mathscale.eval.score;

import io.mathscale.core.config.ScoreConfig.GraderName;
import io.mathscale.core.encoder.RecordEncoders;
import io.mathscale.eval.metrics.Tally;
import org.apache.spark.sql.Encoder;

/**
 * The number of problems whose vote of k answers is right, in billionths.
 *
 * @param model the model
 * @param dataset {@code data_topic}
 * @param isFirst whether the problems are among the first of their data set, up to the cap
 * @param k number of answers that vote
 * @param mwpbench of them by the released rules
 * @param strict of them by the strict grader
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
