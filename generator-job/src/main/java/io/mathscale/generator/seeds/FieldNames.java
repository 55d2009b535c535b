package io.mathscale.generator.seeds;

import com.fasterxml.jackson.databind.JsonNode;
import io.mathscale.core.config.ConfigException;
import io.mathscale.core.source.RowException;
import io.mathscale.core.source.SourceRow;
import io.mathscale.core.source.fields.FieldPaths;
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

/** The paths of the fields that rows have, to check those that the user named. */
final class FieldNames {
  /** No more known paths than this are listed. */
  private static final int MAX_NAMES = 100;

  /** Paths are listed down to so many names, and of lists the first two elements. */
  private static final int MAX_DEPTH = 3;

  private static final int MAX_ELEMENTS = 2;

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

    List<String> wanted = List.copyOf(named.values());
    FlatMapFunction<SourceRow, String> present = row -> present(row, wanted);
    List<String> found = rows.flatMap(present, Encoders.STRING()).distinct().collectAsList();
    for (Map.Entry<String, String> field : named.entrySet()) {
      if (!found.contains(field.getValue())) {
        throw new ConfigException(
            "seeds.fields.%s must name a field that a row has (known: %s): %s"
                .formatted(field.getKey(), known(rows), field.getValue()));
      }
    }
  }

  private static Iterator<String> present(SourceRow row, List<String> wanted) {
    try {
      JsonNode object = row.object();
      return wanted.stream()
          .filter(path -> !FieldPaths.find(object, path).isMissingNode())
          .iterator();
    } catch (RowException e) {
      return Collections.emptyIterator(); // The row is rejected when it is read.
    }
  }

  private static String known(Dataset<SourceRow> rows) {
    FlatMapFunction<SourceRow, String> paths = FieldNames::paths;
    List<String> some =
        rows.flatMap(paths, Encoders.STRING()).distinct().limit(MAX_NAMES).collectAsList();
    return String.join(", ", new TreeSet<>(some));
  }

  private static Iterator<String> paths(SourceRow row) {
    List<String> paths = new ArrayList<>();
    try {
      addPaths("", row.object(), 1, paths);
    } catch (RowException e) {
      return Collections.emptyIterator(); // The row is rejected when it is read.
    }

    return paths.iterator();
  }

  private static void addPaths(String above, JsonNode value, int depth, List<String> paths) {
    if (!value.isContainerNode() || value.isEmpty() || depth > MAX_DEPTH) {
      paths.add(above);
      return;
    }

    String prefix = above.isEmpty() ? "" : above + ".";
    value
        .fieldNames()
        .forEachRemaining(name -> addPaths(prefix + name, value.get(name), depth + 1, paths));
    for (int i = 0; value.isArray() && i < Math.min(MAX_ELEMENTS, value.size()); i++) {
      addPaths(prefix + i, value.get(i), depth + 1, paths);
    }
  }
}
