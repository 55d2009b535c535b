package io.mathscale.core.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.testing.PlainReaders;
import io.mathscale.core.testing.PlainReaders.Read;
import io.mathscale.core.testing.Records;
import io.mathscale.core.testing.SparkExtension;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.sql.SQLException;
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
  @TempDir private Path folder;

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
  }

  private <R extends Record> void requireRead(
      SparkSession spark, Table<?> table, ParameterizedType type) throws SQLException {
    @SuppressWarnings("unchecked") // the table's own type
    Table<R> typed = (Table<R>) table;
    @SuppressWarnings("unchecked") // tables hold records
    Class<R> row = (Class<R>) type.getActualTypeArguments()[0];
    List<R> rows = List.of(Records.filled(row, 1), Records.filled(row, 2));
    Workspace workspace = Workspace.at(spark, folder.toString());
    Manifest manifest =
        workspace.write(
            typed,
            spark.createDataset(rows, typed.encoder()),
            new WriteMetadata(Instant.EPOCH, new TreeMap<>(), List.of(), Manifest.Calls.NONE));
    List<Path> files =
        manifest.files().stream().map(folder.resolve(table.name())::resolve).toList();

    List<List<?>> values = new ArrayList<>();
    rows.forEach(one -> values.add((List<?>) PlainReaders.plain(one)));
    List<String> columns =
        Arrays.stream(row.getRecordComponents()).map(RecordComponent::getName).toList();
    for (Read read : List.of(PlainReaders.byDuckDb(files), PlainReaders.bySpark(spark, files))) {
      assertThat(read.columns()).as(table.name()).isEqualTo(columns);
      assertThat(read.rows()).as(table.name()).containsExactlyInAnyOrderElementsOf(values);
    }
  }
}
