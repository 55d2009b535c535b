package io.mathscale.generator.refine;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;

import io.mathscale.core.data.QaPair;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Counts the rows that were kept although they break a rule. */
public final class FlagCounts {
  private FlagCounts() {}

  /** The counts for people, as {@code language 12, truncated 3}, or {@code none}. */
  public static String of(Dataset<QaPair> pairs) {
    List<String> texts = new ArrayList<>();
    for (Row row :
        pairs
            .select(explode(col("quality.flags")).as("rule"))
            .groupBy("rule")
            .count()
            // Few rows: one task sorts them, without a job before that takes samples.
            .coalesce(1)
            .sortWithinPartitions("rule")
            .collectAsList()) {
      texts.add("%s %,d".formatted(row.getString(0), row.getLong(1)));
    }

    return texts.isEmpty() ? "none" : String.join(", ", texts);
  }
}
