package io.mathscale.generator.planted;

import io.mathscale.core.data.GeneratedPair;
import io.mathscale.core.encoder.RecordEncoders;
import org.apache.spark.sql.Encoder;

/**
 * A pair, and what was planted into it.
 *
 * @param pair the pair
 * @param fault the kind of fault; {@code ALIKE} for one of many almost equal questions
 * @param base id of the clean pair that it was made from; empty where there is none
 * @param variant which variant of the fault it has; of leaks the language, length and answer of the
 *     benchmark's question; empty where there is one alone
 */
public record PlantedRow(GeneratedPair pair, String fault, String base, String variant) {
  /** Rows of this type, a column a component. */
  public static final Encoder<PlantedRow> ENCODER = RecordEncoders.of(PlantedRow.class);
}
