package io.mathscale.core.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.mathscale.core.config.ConfigException;
import io.mathscale.core.data.Answer;
import io.mathscale.core.data.RejectionReason;
import io.mathscale.core.identity.StableHash;
import io.mathscale.core.source.files.SourceFile;
import io.mathscale.core.source.files.SourceFiles;
import io.mathscale.core.testing.SparkExtension;
import io.mathscale.core.workspace.SplitRows;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class SourceRowsTest {
  @TempDir private Path folder;

  @Test
  void readsEveryFormatAlike(SparkSession spark) throws IOException, RowException {
    String lines = "\uFEFF{\"question\": \"é?\", \"answer\": \"1\"}\n{\"question\": \"b?\"}\n";
    write("lines.json", lines);
    write("named-otherwise.txt", lines);
    write(
        "array.json",
        """
        [
          {
            "question": "é?",
            "answer": "1"
          },
          {"question": "b?"}
        ]
        """);
    write("table.csv", "\uFEFFquestion,answer\n\"é?\",1\nb?,\n");
    Files.write(folder.resolve("packed.jsonl.gz"), gzipped(lines));
    spark.read().json(path("lines.json")).write().parquet(path("columns.parquet"));
    write(
        "objects.json",
        "{\n  \"question\": \"é?\",\n  \"answer\": \"1\"\n}\n{\n \"question\": \"b?\"}");
    write(
        "one-object.json",
        """
        {
          "keywords": "k",
          "example": [{"question": "é?", "answer": "1"}, {"question": "b?"}]
        }
        """);

    for (String name :
        List.of(
            "lines.json",
            "named-otherwise.txt",
            "array.json",
            "table.csv",
            "packed.jsonl.gz",
            "columns.parquet",
            "objects.json",
            "one-object.json")) {
      List<String> read = new ArrayList<>();
      for (SourceRow row : rows(spark, name)) {
        JsonNode object = row.object();
        read.add(object.path("question").asText() + object.path("answer").asText(""));
      }

      assertThat(read).as(name).containsExactlyInAnyOrder("é?1", "b?");
    }
  }

  @Test
  void readsFilesOfSeveralFormatsInFoldersAndGlobs(SparkSession spark) throws IOException {
    Files.createDirectories(folder.resolve("in/deep"));
    write("in/a.jsonl", "{\"question\": \"a?\"}");
    write("in/deep/b.csv", "question\nb?");
    write("in/_hidden.jsonl", "{\"question\": \"c?\"}");

    assertThat(rows(spark, "in"))
        .extracting(SourceRow::text)
        .containsExactlyInAnyOrder("{\"question\": \"a?\"}", "{\"question\":\"b?\"}");
    assertThat(rows(spark, "in/*.jsonl")).hasSize(2);
    assertThat(rows(spark, "in/a*")).hasSize(1);
  }

  @Test
  void takesOnlyFilesOfSomeEndingsOutOfFolders(SparkSession spark) throws IOException {
    Files.createDirectories(folder.resolve("in"));
    write("in/a.jsonl", "{\"question\": \"a?\"}");
    write("in/B.JSONL", "{\"question\": \"b?\"}");
    write("in/README.md", "read me");

    SourceRows rows = SourceRows.at(spark, "k", path("in"), 1000, Set.of("json", "jsonl"));
    assertThat(rows.rows().collectAsList()).extracting(SourceRow::row).containsExactly(1L, 1L);
  }

  @Test
  void readsALocalFileWithoutSpark() throws IOException {
    write("a.jsonl", "{\"question\": \"a?\"}\n\n{\"question\": \"b?\"}\n");

    try (LocalRows rows = LocalRows.of(folder.resolve("a.jsonl"), 1000)) {
      List<String> read = new ArrayList<>();
      rows.forEachRemaining(row -> read.add(row.row() + " " + row.text()));

      assertThat(read).containsExactly("1 {\"question\": \"a?\"}", "3 {\"question\": \"b?\"}");
    }
  }

  @Test
  void readsColumnsOfEveryType(SparkSession spark) {
    spark
        .sql(
            "SELECT 'x' AS t, 7 AS i, 1.5D AS d, 2.50BD AS m, true AS b, array('y', 'z') AS l,"
                + " named_struct('u', 1, 'v', CAST(null AS STRING)) AS s, map('k', 3) AS p,"
                + " CAST(null AS STRING) AS n")
        .write()
        .parquet(path("types.parquet"));

    MapFunction<SourceRow, String> object = row -> row.object().toString();
    Dataset<SourceRow> rows = SourceRows.of(spark, "k", path("types.parquet"), 1000);
    assertThat(rows.map(object, Encoders.STRING()).collectAsList())
        .containsExactly(
            "{\"t\":\"x\",\"i\":7,\"d\":1.5,\"m\":2.50,\"b\":true,\"l\":[\"y\",\"z\"],"
                + "\"s\":{\"u\":1,\"v\":null},\"p\":{\"k\":3},\"n\":null}");
  }

  @Test
  void needsAFile(SparkSession spark) throws IOException {
    Files.createDirectories(folder.resolve("empty"));

    assertThatThrownBy(() -> rows(spark, "empty"))
        .isInstanceOf(ConfigException.class)
        .hasMessage(
            "k must name a file, folder or glob that holds at least one file: " + path("empty"));
  }

  @Test
  void cutsALargeFileWithoutLosingALine(SparkSession spark) throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 1; i <= 200; i++) {
      lines.add(i % 17 == 0 ? "" : "{\"question\": \"" + "q".repeat(i % 23) + " " + i + "?\"}");
    }

    write("large.jsonl", String.join("\n", lines));
    List<String> whole = numbered(parts(spark, "large.jsonl", 1 << 20).numberedRows());

    assertThat(whole).hasSize(189).contains("1 " + lines.get(0), "200 " + lines.get(199));
    for (int bytes : new int[] {61, 500}) {
      SourceRows parts = parts(spark, "large.jsonl", bytes);
      assertThat(numbered(parts.numberedRows()))
          .as(bytes + " bytes")
          .containsExactlyInAnyOrderElementsOf(whole);
    }
  }

  @Test
  void findsTheLinesOfRejectedRowsOfALargeFile(SparkSession spark) throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 1; i <= 200; i++) {
      lines.add(i % 19 == 0 ? "" : i % 50 == 3 ? "bad " + i : "{\"question\": \"" + i + "?\"}");
    }

    write("large.jsonl", String.join("\n", lines));
    RowParser<Answer> needsObject = row -> new Answer(row.object().toString(), 0, null, null);

    for (int bytes : new int[] {61, 500, 1 << 20}) {
      SourceRows parts = parts(spark, "large.jsonl", bytes);
      try (SplitRows<Answer> split =
          SplitRows.of(
              ParsedRows.of(parts.rows(), "extract", needsObject, Answer.ENCODER),
              Answer.ENCODER)) {
        assertThat(parts.withLineNumbers(split.rejected()).collectAsList())
            .as(bytes + " bytes")
            .extracting(row -> row.content() + row.origin().replaceAll(".*large.jsonl", ""))
            .containsExactlyInAnyOrder(
                "bad 3, row 3", "bad 53, row 53", "bad 103, row 103", "bad 153, row 153");
      }
    }
  }

  @Test
  void numbersRowsOfALargeFileInTheirOrderWithoutCountingLines(SparkSession spark)
      throws IOException {
    List<String> lines = LongStream.range(0, 200).mapToObj(i -> "{\"q\": " + i + "}").toList();
    write("large.jsonl", String.join("\n", lines));

    assertThat(parts(spark, "large.jsonl", 61).rows().collectAsList())
        .isSortedAccordingTo(Comparator.comparing(SourceRow::row))
        .extracting(SourceRow::text)
        .isEqualTo(lines);
  }

  @Test
  void readsADamagedArchiveUpToTheDamage(SparkSession spark) throws IOException {
    byte[] whole = gzipped("{\"question\": \"a?\"}\n" + noise());
    Files.write(folder.resolve("cut.jsonl.gz"), Arrays.copyOf(whole, whole.length / 2));

    List<SourceRow> rows = rows(spark, "cut.jsonl.gz");

    assertThat(rows.get(0).text()).isEqualTo("{\"question\": \"a?\"}");
    SourceRow last = rows.get(rows.size() - 1);
    assertThat(last.fault()).isEqualTo(RejectionReason.UNREADABLE_FILE);
    assertThat(last.detail()).startsWith("the file cannot be read from here on: ");
  }

  @Test
  void refusesLongRowsInEveryFormat(SparkSession spark) throws IOException {
    write("long.jsonl", "{\"q\": \"" + "x".repeat(99) + "\"}\n{\"q\": 1}\n");
    spark.read().json(path("long.jsonl")).write().parquet(path("long.parquet"));

    for (String name : List.of("long.jsonl", "long.parquet")) {
      assertThat(SourceRows.of(spark, "k", path(name), 50).collectAsList())
          .as(name)
          .extracting(SourceRow::fault)
          .containsExactlyInAnyOrder(RejectionReason.TOO_LONG, null);
    }
  }

  @Test
  void anObjectIsOneWithoutAnythingBehindIt() throws RowException {
    assertThat(row("{\"a\": \"tab\there\"}").object().path("a").asText()).isEqualTo("tab\there");
    assertRefused(row("{} {}"), RejectionReason.NOT_JSON, "a row must be JSON: ");
    assertRefused(row("[1]"), RejectionReason.WRONG_TYPE, "a row must be an object: ARRAY");
    assertRefused(
        new SourceRow("f", 3, "...", RejectionReason.TOO_LONG, "why"),
        RejectionReason.TOO_LONG,
        "why");
  }

  private static void assertRefused(SourceRow row, RejectionReason reason, String message) {
    assertThatThrownBy(row::object)
        .hasMessageStartingWith(message)
        .isInstanceOfSatisfying(RowException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }

  private static SourceRow row(String text) {
    return new SourceRow("f", 3, text, null, "");
  }

  private SourceRows parts(SparkSession spark, String name, long bytes) {
    List<SourceFile> files =
        SourceFiles.find("k", path(name), Set.of(), spark.sparkContext().hadoopConfiguration());
    return new SourceRows(spark, files, 1000, bytes);
  }

  private List<SourceRow> rows(SparkSession spark, String name) {
    return SourceRows.of(spark, "k", path(name), SourceRows.MAX_ROW).collectAsList();
  }

  private static List<String> numbered(Dataset<SourceRow> rows) {
    return rows.collectAsList().stream().map(row -> row.row() + " " + row.text()).toList();
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  /** Rows that do not compress away. */
  private static String noise() {
    return LongStream.range(0, 2_000)
        .mapToObj(i -> "{\"question\": \"" + StableHash.contentId(i) + "\"}\n")
        .collect(Collectors.joining());
  }

  private static byte[] gzipped(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream stream = new GZIPOutputStream(bytes)) {
      stream.write(text.getBytes(UTF_8));
    }

    return bytes.toByteArray();
  }
}
