package io.mathscale.generator.meaning;

import io.mathscale.core.encoder.RecordEncoders;
import java.util.List;
import org.apache.spark.sql.Encoder;

/**
 * A problem of the benchmark as a sentence embedding model sees it.
 *
 * @param problem id of the problem, or its place in the file
 * @param benchmark the file, or the table, that it stands in
 * @param question its question
 * @param vector the embedding, of length 1
 */
public record EmbeddedProblem(
    String problem, String benchmark, String question, List<Float> vector) {
  /** Rows of this type, a column a component. */
  public static final Encoder<EmbeddedProblem> ENCODER = RecordEncoders.of(EmbeddedProblem.class);

  /** Copies the vector. */
  public EmbeddedProblem {
    vector = List.copyOf(vector);
  }
}
