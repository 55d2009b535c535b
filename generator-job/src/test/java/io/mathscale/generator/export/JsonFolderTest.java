package io.mathscale.generator.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mathscale.core.testing.SparkExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class JsonFolderTest {
  @TempDir private Path folder;

  @Test
  void theOldFilesStandWhereTheNewOnesCannotBeWritten(SparkSession spark) throws IOException {
    JsonFolder json = open(spark);
    json.replace(spark.sql("SELECT 1 AS a"));

    assertThatThrownBy(() -> json.replace(spark.sql("SELECT raise_error('broken') AS a")))
        .hasMessageContaining("broken");

    assertThat(rows()).containsExactly("{\"a\":1}");
  }

  @Test
  void takesBackWhatAWritingThatDiedHasMovedAside(SparkSession spark) throws IOException {
    JsonFolder json = open(spark);
    json.replace(spark.sql("SELECT 1 AS a"));
    Files.move(folder.resolve("alpaca"), folder.resolve("_alpaca.old"));

    assertThatThrownBy(() -> json.replace(spark.sql("SELECT raise_error('broken') AS a")))
        .hasMessageContaining("broken");
    assertThat(rows()).containsExactly("{\"a\":1}");

    json.replace(spark.sql("SELECT 2 AS a"));
    assertThat(rows()).containsExactly("{\"a\":2}");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).extracting(path -> path.getFileName().toString()).containsExactly("alpaca");
    }
  }

  private JsonFolder open(SparkSession spark) throws IOException {
    return new JsonFolder(
        FileSystem.getLocal(spark.sparkContext().hadoopConfiguration()),
        new org.apache.hadoop.fs.Path(folder.resolve("alpaca").toString()));
  }

  private Stream<String> rows() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("alpaca"))) {
      Path file = files.filter(path -> path.toString().endsWith(".json")).findFirst().orElseThrow();
      return Files.readAllLines(file).stream();
    }
  }
}
