package io.mathscale.generator.seeds;

import io.mathscale.core.data.Rejected;
import io.mathscale.core.data.SeedQuestion;
import io.mathscale.core.encoder.RecordEncoders;
import org.apache.spark.sql.Encoder;

/**
 * What became of a row of a file: a seed, or else a rejection.
 *
 * @param file the whole path of the file
 * @param row number in the file, see {@link io.mathscale.core.source.SourceRow}
 * @param origin file and row, and the id that the file gives the row
 * @param seed the seed; null where the row is rejected
 * @param rejected why there is none; null where there is one
 */
public record SeedReading(
    String file, long row, String origin, SeedQuestion seed, Rejected rejected) {
  /** Rows of this type, a column a component. */
  public static final Encoder<SeedReading> ENCODER = RecordEncoders.of(SeedReading.class);
}
