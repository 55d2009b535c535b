package io.mathscale.core.command;

import io.mathscale.core.config.ConfigException;
import io.mathscale.core.parquet.JsonRows;
import io.mathscale.core.parquet.ParquetFiles;
import io.mathscale.core.workspace.Manifest;
import io.mathscale.core.workspace.TableCatalog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.schema.Type;

/** The rows of a table, or of all tables of a folder, as JSON lines that are made without Spark. */
final class TableLines {
  private final String name;
  private final List<Manifest> manifests;
  private final List<ParquetFiles> tables;
  private final List<String> columns;

  private TableLines(
      String name, List<Manifest> manifests, List<ParquetFiles> tables, List<String> columns) {
    this.name = name;
    this.manifests = manifests;
    this.tables = tables;
    this.columns = columns;
  }

  /**
   * The lines of a table.
   *
   * @param name name of the table, or of a folder of tables
   * @param columns names of columns, in any case; all where there are none
   * @throws ConfigException when the table or a column is not there
   */
  static TableLines of(TableCatalog catalog, String name, List<String> columns) {
    List<Manifest> manifests = catalog.manifests(name);
    manifests.forEach(catalog::beforeRead);
    List<ParquetFiles> tables = manifests.stream().map(catalog::files).toList();
    return new TableLines(name, manifests, tables, columns);
  }

  /** The number of lines. */
  long count() {
    if (!columns.isEmpty()) {
      stored(columns());
    }

    return manifests.stream().mapToLong(Manifest::rows).sum();
  }

  /** Prints so many lines at the most. */
  void print(long limit, Writer out) throws IOException {
    List<String> all = columns();
    List<String> shown = columns.isEmpty() ? all : columns;
    List<String> stored = stored(all);
    JsonRows lines = new JsonRows(out, shown, stored);
    long left = limit;
    for (ParquetFiles table : tables) {
      left = print(table, stored, left, lines);
    }

    lines.flush();
  }

  private static long print(ParquetFiles table, List<String> stored, long limit, JsonRows lines)
      throws IOException {
    if (limit == 0) {
      return 0;
    }

    long[] left = {limit};
    try {
      table.read(
          List.copyOf(new TreeSet<>(stored)),
          row -> {
            write(row, lines);
            left[0]--;
            return left[0] > 0;
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }

    return left[0];
  }

  private static void write(Group row, JsonRows lines) {
    try {
      lines.write(row);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The columns that the tables have, in the order of the first. */
  private List<String> columns() {
    List<String> first = columns(tables.get(0));
    for (ParquetFiles table : tables) {
      if (!new TreeSet<>(columns(table)).equals(new TreeSet<>(first))) {
        throw new ConfigException(
            "tables below %s must have the same columns to be read as one: %s and %s"
                .formatted(name, first, columns(table)));
      }
    }

    return first;
  }

  private static List<String> columns(ParquetFiles table) {
    return table.schema().getFields().stream().map(Type::getName).toList();
  }

  /** The columns to show, as the tables spell them. */
  private List<String> stored(List<String> all) {
    if (columns.isEmpty()) {
      return all;
    }

    List<String> stored = new ArrayList<>();
    for (String column : columns) {
      stored.add(
          all.stream()
              .filter(column::equalsIgnoreCase)
              .findFirst()
              .orElseThrow(
                  () ->
                      new ConfigException(
                          "--columns must be columns of the table %s (%s): %s"
                              .formatted(name, String.join(", ", all), column))));
    }

    return stored;
  }
}
