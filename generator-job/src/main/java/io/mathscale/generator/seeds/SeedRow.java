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
 * @param layout what the layout by which the row was read is called; empty where it has no fields
 * @param fields the fields that were read, such as {@code question=problem, answer=answer}
 * @param seed the seed; null where the row is rejected
 * @param rejected why there is no seed; null where there is one
 */
public record SeedRow(
    String file,
    long row,
    String origin,
    String layout,
    String fields,
    SeedQuestion seed,
    Rejected rejected) {
  /** Rows of this type, a column a component. */
  public static final Encoder<SeedRow> ENCODER = RecordEncoders.of(SeedRow.class);

  /** The same row with what became of its seed. */
  SeedRow as(SeedQuestion joined, Rejected rejection) {
    return new SeedRow(file, row, origin, layout, fields, joined, rejection);
  }
}
