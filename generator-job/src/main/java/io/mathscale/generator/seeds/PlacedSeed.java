package io.mathscale.generator.seeds;

import io.mathscale.core.data.SeedQuestion;
import io.mathscale.core.encoder.RecordEncoders;
import org.apache.spark.sql.Encoder;

/**
 * A seed and the row of a file that it was read from.
 *
 * @param file the whole path of the file
 * @param row number in the file, see {@link io.mathscale.core.source.SourceRow}
 * @param origin file and row, and the id that the file gives the row
 * @param seed the seed
 */
public record PlacedSeed(String file, long row, String origin, SeedQuestion seed) {
  /** Rows of this type, a column a component. */
  public static final Encoder<PlacedSeed> ENCODER = RecordEncoders.of(PlacedSeed.class);
}
