package io.mathscale.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.source.files.SourceFiles;
import io.mathscale.core.testing.SparkExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class ParquetFilesOfUsersTest {
  private static final MessageType WITH_INTERVAL =
      MessageTypeParser.parseMessageType(
          """
          message row {
            optional binary question (STRING);
            optional binary unmarked;
            optional fixed_len_byte_array(12) took (INTERVAL);
            repeated int32 old_list;
            optional int32 day (DATE);
          }
          """);

  @TempDir private Path folder;

  @Test
  void readsEachFileByItsOwnColumnsAndTypes(SparkSession spark) throws IOException {
    Path plain = folder.resolve("rows");
    spark.sql("SELECT 'a?' AS question, 1 AS answer").coalesce(1).write().parquet(plain + "/1");
    spark
        .sql("SELECT 'b?' AS question, 'x' AS answer, array(1) AS more")
        .coalesce(1)
        .write()
        .parquet(plain + "/2");
    spark.sql("SELECT array('c?') AS question").coalesce(1).write().parquet(plain + "/3");
    writeInterval(plain.resolve("4.parquet"));
    Files.writeString(plain.resolve("5.parquet"), "PAR1 is not all");

    assertThat(texts(spark, plain.toString()))
        .contains(
            "{\"question\":\"a?\",\"answer\":1}",
            "{\"question\":\"b?\",\"answer\":\"x\",\"more\":[1]}",
            "{\"question\":[\"c?\"]}",
            "{\"question\":\"d?\",\"unmarked\":\"u\",\"took\":null,\"old_list\":[1,2],"
                + "\"day\":\"1970-01-02\"}")
        .hasSize(5)
        .anyMatch(text -> text.startsWith("UNREADABLE_FILE the file cannot be read"));
  }

  @Test
  void colonsAndBracketsAreLetters(SparkSession spark) throws IOException {
    for (String name :
        List.of("a:b.jsonl", "a[1].jsonl", "a{x}.jsonl", "a*.jsonl", "a b%20.jsonl")) {
      Files.writeString(folder.resolve(name), "{\"question\": 1}");

      assertThat(texts(spark, folder.resolve(name).toString()))
          .as(name)
          .containsExactly("{\"question\": 1}");
    }

    Path parquet = folder.resolve("g:h[2].parquet");
    writeInterval(folder.resolve("plain.parquet"));
    Files.move(folder.resolve("plain.parquet"), parquet);
    assertThat(texts(spark, parquet.toString())).hasSize(1).first().asString().contains("d?");
    Files.delete(parquet);
    Path copy = Files.createDirectory(folder.resolve("c:d"));
    Files.copy(folder.resolve("a[1].jsonl"), copy.resolve("e:f.jsonl"));
    assertThat(texts(spark, folder.toString())).hasSize(6);
    assertThat(texts(spark, folder + "/*.jsonl")).hasSize(5);
    assertThat(texts(spark, folder + "/c:d")).hasSize(1);
    assertThat(texts(spark, folder + "/c*/*.jsonl")).hasSize(1);
  }

  @Test
  void numbersRowsOfParquetByTheirPlaceInTheFile(SparkSession spark) {
    String path = folder.resolve("many").toString();
    spark
        .range(5000)
        .selectExpr("id", "sha2(cast(id as string), 256) AS x")
        .coalesce(1)
        .write()
        .option("parquet.block.size", 20_000)
        .parquet(path);
    Configuration hadoop = spark.sparkContext().hadoopConfiguration();
    SourceRows parts =
        new SourceRows(spark, SourceFiles.find("k", path, Set.of(), hadoop), 10_000, 50_000);

    assertThat(parts.rows().collectAsList())
        .hasSize(5000)
        .allSatisfy(row -> assertThat(row.object().path("id").asLong() + 1).isEqualTo(row.row()));
  }

  private static void writeInterval(Path file) throws IOException {
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new org.apache.hadoop.fs.Path(file.toString()))
            .withType(WITH_INTERVAL)
            .build()) {
      Group row = new SimpleGroupFactory(WITH_INTERVAL).newGroup();
      row.append("question", "d?").append("unmarked", "u");
      row.append("took", Binary.fromConstantByteArray(new byte[12]));
      writer.write(row.append("old_list", 1).append("old_list", 2).append("day", 1));
    }
  }

  private static List<String> texts(SparkSession spark, String path) {
    return SourceRows.of(spark, "k", path, 100_000).collectAsList().stream()
        .map(row -> row.fault() == null ? row.text() : row.fault() + " " + row.detail())
        .toList();
  }
}
