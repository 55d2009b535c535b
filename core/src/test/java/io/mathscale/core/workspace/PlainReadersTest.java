package io.mathscale.core.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.data.CallFailure;
import io.mathscale.core.data.Completion;
import io.mathscale.core.data.OpenCharge;
import io.mathscale.core.data.Prompt;
import io.mathscale.core.data.Rejected;
import io.mathscale.core.testing.PlainReaders;
import io.mathscale.core.testing.PlainReaders.Read;
import io.mathscale.core.testing.Records;
import io.mathscale.core.testing.SparkExtension;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
@Tag("slow")
class PlainReadersTest {
  private static final String DOCUMENTED = documented();

  @TempDir private Path folder;

  private static String documented() {
    Path document = Path.of(System.getProperty("mathscale.root"), "docs/tables.md");
    try {
      return Files.readString(document).replaceFirst("(?s).*?```sql\n(.*?)```.*", "$1");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void readEveryTable(SparkSession spark) throws Exception {
    int tables = 0;
    for (Field field : Tables.class.getDeclaredFields()) {
      if (field.getType() == Table.class) {
        ParameterizedType type = (ParameterizedType) field.getGenericType();
        requireRead(spark, (Table<?>) field.get(null), type);
        tables++;
      }
    }

    assertThat(tables).isGreaterThanOrEqualTo(18);
    requireRead(spark, Tables.rejectedBy("extract"), Rejected.class);
    requireRead(spark, new Table<>("prompts/infer", Prompt.ENCODER, 1, "infer"), Prompt.class);
    requireRead(
        spark,
        new Table<>("calls/infer/completions", Completion.ENCODER, 2, "infer"),
        Completion.class);
    requireRead(
        spark,
        new Table<>("calls/infer/failures", CallFailure.ENCODER, 2, "infer"),
        CallFailure.class);
    requireRead(
        spark,
        new Table<>("calls/infer/open_charges", OpenCharge.ENCODER, 1, "infer"),
        OpenCharge.class);
  }

  private <R extends Record> void requireRead(
      SparkSession spark, Table<?> table, ParameterizedType type) throws SQLException {
    @SuppressWarnings("unchecked") // the table's own type
    Table<R> typed = (Table<R>) table;
    @SuppressWarnings("unchecked") // tables hold records
    Class<R> row = (Class<R>) type.getActualTypeArguments()[0];
    requireRead(spark, typed, row);
  }

  private <R extends Record> void requireRead(SparkSession spark, Table<R> typed, Class<R> row)
      throws SQLException {
    List<R> rows = List.of(Records.filled(row, 1), Records.filled(row, 2));
    Workspace workspace = Workspace.at(spark, folder.toString());
    Manifest manifest =
        workspace.write(
            typed,
            spark.createDataset(rows, typed.encoder()),
            new WriteMetadata(Instant.EPOCH, new TreeMap<>(), List.of(), Manifest.Calls.NONE));
    List<Path> files =
        manifest.files().stream().map(folder.resolve(typed.name())::resolve).toList();

    List<List<?>> values = new ArrayList<>();
    rows.forEach(one -> values.add((List<?>) PlainReaders.plain(one)));
    List<String> columns =
        Arrays.stream(row.getRecordComponents()).map(RecordComponent::getName).toList();
    requireCountedAsDocumented(typed.name(), rows.size());
    for (Read read : List.of(PlainReaders.byDuckDb(files), PlainReaders.bySpark(spark, files))) {
      assertThat(read.columns()).as(typed.name()).isEqualTo(columns);
      assertThat(read.rows()).as(typed.name()).containsExactlyInAnyOrderElementsOf(values);
    }
  }

  /** By the statements of docs/tables.md, with this table in place of their own. */
  private void requireCountedAsDocumented(String table, int rows) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      String[] sql =
          DOCUMENTED.replace("out/demo/pairs", folder.resolve(table).toString()).split(";", -1);
      statement.execute(sql[0]);
      int found = 0;
      try (ResultSet read = statement.executeQuery(sql[1])) {
        while (read.next()) {
          found++;
        }
      }

      assertThat(found).as(table).isEqualTo(rows);
    }
  }
}
