package io.mathscale.eval.report;

import io.mathscale.core.encoder.RecordEncoders;
import org.apache.spark.sql.Encoder;

/**
 * How a model does on the problems of a topic.
 *
 * @param model the model
 * @param topic the topic that the teacher named
 * @param rows graded answers
 * @param right right answers
 */
public record TopicAccuracy(String model, String topic, long rows, long right) {
  /** Rows of this type, a column a component. */
  public static final Encoder<TopicAccuracy> ENCODER = RecordEncoders.of(TopicAccuracy.class);
}
