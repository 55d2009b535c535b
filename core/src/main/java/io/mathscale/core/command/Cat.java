package io.mathscale.core.command;

import io.mathscale.core.config.ConfigException;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints a table as JSON lines on standard output, and nothing else there. */
@Command(name = "cat", description = "Prints a table as JSON lines.")
public final class Cat implements Stage {
  @Parameters(paramLabel = "TABLE", description = "Name of a table, or of a folder of tables.")
  private String table;

  @Option(names = "--limit", paramLabel = "N", description = "So many rows at the most.")
  private int limit;

  @Option(names = "--columns", paramLabel = "A,B", split = ",", description = "Only these columns.")
  private List<String> columns = List.of();

  @Option(names = "--where", paramLabel = "SQL", description = "Only rows for which this holds.")
  private String where = "";

  @Option(names = "--count", description = "The number of rows instead of the rows.")
  private boolean isCount;

  @Override
  public void run(Run run) {
    Dataset<Row> rows = chosen(run.workspace().read(table));
    try (PrintStream out =
        new PrintStream(
            new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)),
            false,
            StandardCharsets.UTF_8)) {
      print(rows, out);
    }
  }

  private Dataset<Row> chosen(Dataset<Row> rows) {
    try {
      Dataset<Row> filtered = where.isBlank() ? rows : rows.where(where);
      Dataset<Row> narrowed =
          columns.isEmpty()
              ? filtered
              : filtered.select(columns.stream().map(functions::col).toArray(Column[]::new));
      return limit > 0 ? narrowed.limit(limit) : narrowed;
    } catch (Exception e) {
      if (e instanceof AnalysisException) {
        throw new ConfigException(
            "--where and --columns must fit the table %s (%s): %s"
                .formatted(table, String.join(", ", rows.columns()), e.getMessage()),
            e);
      }

      throw e;
    }
  }

  private void print(Dataset<Row> rows, PrintStream out) {
    if (isCount) {
      out.println(rows.count());
      return;
    }

    rows.sparkSession().conf().set("spark.sql.jsonGenerator.ignoreNullFields", "false");
    Iterator<String> lines = rows.toJSON().toLocalIterator();
    while (lines.hasNext()) {
      out.println(lines.next());
    }
  }
}
