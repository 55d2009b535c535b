package io.mathscale.core.data;

import io.mathscale.core.encoder.RecordEncoders;
import org.apache.spark.sql.Encoder;

/**
 * A question of the benchmark (MWPBench).
 *
 * @param id {@code question_number}, or a hash of data set and question where there is none
 * @param dataset {@code data_topic}
 * @param source {@code data_source}
 * @param question the question
 * @param answer the reference answer
 * @param position place in the file, from 0: averages count the first rows of a data set
 */
public record Problem(
    String id, String dataset, String source, String question, String answer, long position) {
  /** Rows of this type, a column a component. */
  public static final Encoder<Problem> ENCODER = RecordEncoders.of(Problem.class);
}
