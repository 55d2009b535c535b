package io.mathscale.graph.imported;

import io.mathscale.core.data.ExtractedConcepts;
import io.mathscale.core.data.Rejected;
import io.mathscale.core.data.SeedQuestion;
import io.mathscale.core.encoder.RecordEncoders;
import org.apache.spark.sql.Encoder;

/**
 * What became of a row of a file: the concepts of a seed, or else a rejection.
 *
 * @param file the whole path of the file
 * @param row number in the file, see {@link io.mathscale.core.source.SourceRow}
 * @param origin file and row, for people
 * @param concepts the concepts; null where the row is rejected
 * @param seed the question that they are of; null where the row has none or is rejected
 * @param rejected why there are no concepts; null where there are
 */
public record ImportedRow(
    String file,
    long row,
    String origin,
    ExtractedConcepts concepts,
    SeedQuestion seed,
    Rejected rejected) {
  /** Rows of this type, a column a component. */
  public static final Encoder<ImportedRow> ENCODER = RecordEncoders.of(ImportedRow.class);
}
