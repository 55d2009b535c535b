package io.mathscale.generator.export.card;

import io.mathscale.core.encoder.RecordEncoders;
import java.util.List;
import org.apache.spark.sql.Encoder;

/**
 * A row that the page shows.
 *
 * @param id its id
 * @param origin what it is, or where a rejected row is from
 * @param reason why it was rejected; empty for a row of the training data
 * @param topics its topics
 * @param points its knowledge points
 * @param question the question, or the beginning of a rejected row
 * @param solution the solution
 * @param answer the final answer
 * @param model the model that wrote it
 * @param detail more about the reason
 */
public record SampledRow(
    String id,
    String origin,
    String reason,
    List<String> topics,
    List<String> points,
    String question,
    String solution,
    String answer,
    String model,
    String detail) {
  /** Rows of this type, a column a component. */
  public static final Encoder<SampledRow> ENCODER = RecordEncoders.of(SampledRow.class);
}
