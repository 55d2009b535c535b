package io.mathscale.cluster;

import io.mathscale.core.parquet.JsonRows;
import io.mathscale.core.parquet.ParquetFiles;
import io.mathscale.core.workspace.Manifest;
import io.mathscale.core.workspace.TableCatalog;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.schema.Type;

/** What stands in the tables of a workspace, as sorted JSON lines by table. */
final class TableRows {
  /** What was asked, when and for how long differs between runs; the tables made of it do not. */
  private static final String CALLS = "calls/";

  /** The tables of the stages that ask, one a stage. */
  private static final List<String> ASKED = List.of("concepts", "pairs", "validations", "outputs");

  private TableRows() {}

  /**
   * US dollars, as the manifests tell them.
   *
   * @param certain paid for certain
   * @param doubtful what may have been paid beyond it
   */
  record Spent(BigDecimal certain, BigDecimal doubtful) {}

  /** What the stages of a workspace have spent. */
  static Spent spent(String workspace, Map<String, String> settings) {
    TableCatalog catalog = catalog(workspace, settings);
    Spent spent = new Spent(BigDecimal.ZERO, BigDecimal.ZERO);
    for (String table : ASKED) {
      Manifest.Calls calls = catalog.manifest(table).orElseThrow().calls();
      spent = new Spent(spent.certain.add(calls.cost()), spent.doubtful.add(calls.doubtfulCost()));
    }

    return spent;
  }

  /** The rows of a table, and those that a command has rejected. */
  static long rows(String workspace, Map<String, String> settings, List<String> tables) {
    TableCatalog catalog = catalog(workspace, settings);
    return tables.stream()
        .mapToLong(table -> catalog.manifest(table).map(Manifest::rows).orElse(0L))
        .sum();
  }

  /**
   * Reads all tables but those of calls.
   *
   * @param settings how the workspace is reached
   */
  static Map<String, List<String>> of(String workspace, Map<String, String> settings) {
    TableCatalog catalog = catalog(workspace, settings);
    Map<String, List<String>> tables = new TreeMap<>();
    for (String table : catalog.tablesBelow("")) {
      if (!table.startsWith(CALLS)) {
        tables.put(table, rows(catalog, catalog.manifest(table).orElseThrow()));
      }
    }

    return tables;
  }

  private static TableCatalog catalog(String workspace, Map<String, String> settings) {
    Configuration configuration = new Configuration();
    settings.forEach(configuration::set);
    // Hadoop keeps one client a bucket, whatever its settings say of the server.
    configuration.setBoolean("fs.s3a.impl.disable.cache", true);
    return TableCatalog.at(configuration, workspace);
  }

  private static List<String> rows(TableCatalog catalog, Manifest manifest) {
    ParquetFiles files = catalog.files(manifest);
    List<String> columns = files.schema().getFields().stream().map(Type::getName).toList();
    StringWriter text = new StringWriter();
    try {
      JsonRows lines = new JsonRows(text, columns, columns);
      files.read(
          columns,
          row -> {
            try {
              lines.write(row);
              return true;
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
      lines.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }

    List<String> rows = text.toString().lines().sorted().toList();
    if (rows.size() != manifest.rows()) {
      throw new AssertionError(
          "%s must hold the %d rows of its manifest: %d"
              .formatted(manifest.table(), manifest.rows(), rows.size()));
    }

    return rows;
  }
}
