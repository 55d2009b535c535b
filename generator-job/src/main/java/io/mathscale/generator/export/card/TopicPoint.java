package io.mathscale.generator.export.card;

import io.mathscale.core.encoder.RecordEncoders;
import org.apache.spark.sql.Encoder;

/**
 * How many rows have a topic and a knowledge point together.
 *
 * @param topic the topic
 * @param point the knowledge point
 * @param rows number of rows
 */
public record TopicPoint(String topic, String point, long rows) {
  /** Rows of this type, a column a component. */
  public static final Encoder<TopicPoint> ENCODER = RecordEncoders.of(TopicPoint.class);
}
