package io.mathscale.generator.seeds;

import io.mathscale.core.config.ConfigException;
import io.mathscale.core.source.RowException;
import io.mathscale.core.source.SourceRow;
import io.mathscale.core.source.layouts.NamedFields;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;

/** The names of the fields that rows have, to check those that the user named. */
final class FieldNames {
  /** No more known names than this are looked at or listed. */
  private static final int MAX_NAMES = 100;

  private FieldNames() {}

  /**
   * Checks that every named field stands in a row.
   *
   * @throws ConfigException naming the fields that do, when one does not
   */
  static void requireKnown(NamedFields fields, Dataset<SourceRow> rows) {
    Map<String, String> named = fields.byKey();
    if (named.isEmpty()) {
      return;
    }

    FlatMapFunction<SourceRow, String> names = FieldNames::of;
    Dataset<String> known = rows.flatMap(names, Encoders.STRING()).distinct();
    List<String> wanted = new ArrayList<>(named.values());
    List<String> found = known.where(known.col("value").isInCollection(wanted)).collectAsList();
    for (Map.Entry<String, String> field : named.entrySet()) {
      if (!found.contains(field.getValue())) {
        String all = String.join(", ", new TreeSet<>(known.limit(MAX_NAMES).collectAsList()));
        throw new ConfigException(
            "seeds.fields.%s must name a field that a row has (known: %s): %s"
                .formatted(field.getKey(), all, field.getValue()));
      }
    }
  }

  private static Iterator<String> of(SourceRow row) {
    try {
      return row.object().fieldNames();
    } catch (RowException e) {
      return Collections.emptyIterator(); // The row is rejected when it is read.
    }
  }
}
