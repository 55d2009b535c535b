package io.mathscale.core.workspace;

import io.mathscale.core.data.Rejected;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Tells how many rows were rejected, by reason. */
public final class RejectedCounts {
  private RejectedCounts() {}

  /** The counts as {@code DUPLICATE 34, NOT_JSON 2}, or {@code none}. */
  public static String of(Dataset<Rejected> rejected) {
    List<String> counts = new ArrayList<>();
    for (Row row : rejected.groupBy("reason").count().orderBy("reason").collectAsList()) {
      counts.add(String.format(Locale.ROOT, "%s %,d", row.getString(0), row.getLong(1)));
    }

    return counts.isEmpty() ? "none" : String.join(", ", counts);
  }
}
