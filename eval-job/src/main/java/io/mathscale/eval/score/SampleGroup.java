package io.mathscale.eval.score;

import io.mathscale.core.encoder.RecordEncoders;
import java.util.List;
import org.apache.spark.sql.Encoder;

/**
 * The graded answers of a model to one problem.
 *
 * @param model the model
 * @param dataset {@code data_topic}
 * @param id id of the problem
 * @param isFirst whether the problem is among the first of its data set, up to the cap
 * @param samples the answers, in the order of their samples
 */
public record SampleGroup(
    String model, String dataset, String id, boolean isFirst, List<GradedSample> samples) {
  static final Encoder<SampleGroup> ENCODER = RecordEncoders.of(SampleGroup.class);
}
