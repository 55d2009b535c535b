package io.mathscale.eval.score;

import io.mathscale.core.encoder.RecordEncoders;
import org.apache.spark.sql.Encoder;

/**
 * One of several graded answers to a problem.
 *
 * @param sample which of them, from 0
 * @param extracted the answer
 * @param mwpbench whether the released rules call it right
 * @param strict whether the strict grader calls it right
 */
public record GradedSample(int sample, String extracted, boolean mwpbench, boolean strict) {
  static final Encoder<GradedSample> ENCODER = RecordEncoders.of(GradedSample.class);
}
