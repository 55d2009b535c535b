package io.mathscale.core.command;

import io.mathscale.core.config.ConfigException;
import io.mathscale.core.config.MathscaleConfig;
import io.mathscale.core.spark.SqlFault;
import io.mathscale.core.workspace.TableCatalog;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Prints a table as JSON lines on standard output, and nothing else there. Only a condition, or a
 * column within a column, needs Spark.
 */
@Command(name = "cat", description = "Prints a table as JSON lines.")
public final class Cat implements Stage {
  /** A folder below the workspace, or one below that. */
  private static final Pattern TABLE_NAME = Pattern.compile("[\\w-]+(/[\\w.-]*\\w)*/?");

  @Parameters(paramLabel = "TABLE", description = "Name of a table, or of a folder of tables.")
  private String table;

  @Option(names = "--limit", paramLabel = "N", description = "So many rows at the most.")
  private Integer limit;

  @Option(
      names = "--columns",
      paramLabel = "A,B",
      split = "\\s*,\\s*",
      description = "Only these columns.")
  private List<String> columns = List.of();

  @Option(names = "--where", paramLabel = "SQL", description = "Only rows for which this holds.")
  private String where;

  @Option(names = "--count", description = "The number of rows instead of the rows.")
  private boolean isCount;

  private final Writer out;

  /** Prints to standard output. */
  public Cat() {
    this(new OutputStreamWriter(new FileOutputStream(FileDescriptor.out), StandardCharsets.UTF_8));
  }

  /** Prints there. */
  Cat(Writer out) {
    this.out = new BufferedWriter(out);
  }

  @Override
  public void check(MathscaleConfig config) {
    if (limit != null && limit < 0) {
      throw new ConfigException("--limit must be at least 0: " + limit);
    }

    if (!TABLE_NAME.matcher(table).matches()) {
      throw new ConfigException(
          "TABLE must be the name of a table, as status lists them: \"" + table + "\"");
    }

    if (columns.stream().anyMatch(String::isBlank)) {
      throw new ConfigException("--columns must be names of columns: " + columns);
    }

    if (where != null && where.isBlank()) {
      throw new ConfigException("--where must be a condition: \"" + where + "\"");
    }
  }

  @Override
  public Set<String> families(MathscaleConfig config) {
    return Set.of();
  }

  @Override
  public Optional<CatalogCommand> withoutSpark() {
    boolean isWithin = columns.stream().anyMatch(column -> !column.matches("\\w+"));
    return where == null && !isWithin ? Optional.of(this::print) : Optional.empty();
  }

  private void print(TableCatalog catalog) {
    TableLines lines = TableLines.of(catalog, table, columns);
    printing(
        () -> {
          if (isCount) {
            out.write(limited(lines.count()) + "\n");
          } else {
            lines.print(limited(Long.MAX_VALUE), out);
          }
        });
  }

  @Override
  public void run(StageContext context) {
    Dataset<Row> rows = chosen(context.workspace().read(table));
    try {
      printing(() -> print(rows));
    } catch (RuntimeException e) {
      throw unfitting(rows, e).map(RuntimeException.class::cast).orElse(e);
    }
  }

  private void print(Dataset<Row> rows) throws IOException {
    if (isCount) {
      out.write(rows.count() + "\n");
      return;
    }

    Iterator<String> lines = json(rows).toLocalIterator();
    while (lines.hasNext()) {
      out.write(lines.next() + "\n");
    }
  }

  private long limited(long rows) {
    return limit == null ? rows : Math.min(limit, rows);
  }

  private Dataset<Row> chosen(Dataset<Row> rows) {
    try {
      Dataset<Row> filtered = where == null ? rows : rows.where(where);
      Dataset<Row> narrowed =
          columns.isEmpty()
              ? filtered
              : filtered.select(columns.stream().map(functions::col).toArray(Column[]::new));
      return limit == null ? narrowed : narrowed.limit(limit);
    } catch (Exception e) {
      // Spark throws checked exceptions that it does not declare.
      if (e instanceof AnalysisException) {
        throw unfitting(rows, e).orElseThrow();
      }

      throw e;
    }
  }

  /** The fault as the user's own, where it is in the condition or the columns; in one line. */
  private Optional<ConfigException> unfitting(Dataset<Row> rows, Exception e) {
    return SqlFault.in(e)
        .map(
            fault ->
                new ConfigException(
                    "--where and --columns must fit the table %s (%s): %s"
                        .formatted(table, String.join(", ", rows.columns()), fault),
                    e));
  }

  private static Dataset<String> json(Dataset<Row> rows) {
    Column row = functions.struct(functions.col("*"));
    return rows.select(functions.to_json(row, Map.of("ignoreNullFields", "false")))
        .as(Encoders.STRING());
  }

  private void printing(Printing lines) {
    try {
      lines.print();
      out.flush();
    } catch (IOException e) {
      // Whoever reads has seen enough, as "head" has.
      if (!String.valueOf(e.getMessage()).contains("Broken pipe")) {
        throw new UncheckedIOException("Cannot write to standard output", e);
      }
    }
  }

  /** Something that prints. */
  private interface Printing {
    void print() throws IOException;
  }
}
