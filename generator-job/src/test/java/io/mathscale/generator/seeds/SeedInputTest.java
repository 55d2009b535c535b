package io.mathscale.generator.seeds;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mathscale.core.config.Bytes;
import io.mathscale.core.config.ConfigException;
import io.mathscale.core.config.SeedsConfig;
import io.mathscale.core.data.Rejected;
import io.mathscale.core.data.RejectionReason;
import io.mathscale.core.data.SeedQuestion;
import io.mathscale.core.testing.SparkExtension;
import io.mathscale.generator.RealData;
import io.mathscale.generator.benchmark.ConfiguredBenchmark;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class SeedInputTest {
  private static final SeedsConfig.Fields NO_FIELDS =
      new SeedsConfig.Fields("", "", "", "", "", "", "");

  @TempDir private Path folder;

  @Test
  void tellsFileRowAndCauseOfEveryBadRow(SparkSession spark) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(
        "{\"question\": \"good?\"}\n\nnot json\n{\"answer\": \"1\"}\n".getBytes(UTF_8));
    bytes.writeBytes(
        "{\"question\": 7}\n{\"question\": \"a\u0001\"}\n{\"question\": \"".getBytes(UTF_8));
    bytes.write(0xff);
    bytes.writeBytes(("\"}\n{\"question\": \"" + "x".repeat(300) + "\"}\n").getBytes(UTF_8));
    bytes.writeBytes("{\"question\": \" good? \"}\n".getBytes(UTF_8));
    Files.write(folder.resolve("bad.jsonl"), bytes.toByteArray());

    SeedsConfig config = new SeedsConfig(path("bad.jsonl"), 0, NO_FIELDS, new Bytes(200), true);
    List<String> expected =
        List.of(
            "row 3 NOT_JSON",
            "row 4 NO_QUESTION",
            "row 5 WRONG_TYPE",
            "row 6 CONTROL_BYTES",
            "row 7 BROKEN_UTF8",
            "row 8 TOO_LONG",
            "row 9 DUPLICATE");

    Rows rows = rows(spark, config);
    assertThat(rows.rejected())
        .extracting(row -> row.origin().replaceAll(".*bad.jsonl, ", "") + " " + row.reason())
        .containsExactlyInAnyOrderElementsOf(expected);
    assertThat(rows.seeds()).extracting(SeedQuestion::question).containsExactly("good?");
    assertThat(rows.rejected())
        .filteredOn(row -> row.reason().name().equals("DUPLICATE"))
        .allSatisfy(
            row -> assertThat(row.detail()).contains(row.id()).endsWith("bad.jsonl, row 1"));
  }

  @Test
  void joinsRowsThatAskTheSame(SparkSession spark) throws IOException {
    write(
        "a.jsonl",
        """
        {"question": "What is 1/2?", "answer": "0.5", "source": "first"}
        {"question": "Alone?"}
        {"question": "What is 1/2? ", "answer": "2"}
        {"question": "Alone?", "answer": "7"}
        """);
    write(
        "b.jsonl",
        """
        {"question": "What is 1/2?", "answer": "1/2", "solution": "Halve it.", "source": "second"}
        {"question": "What is 1/2?", "solution": "Another way."}
        """);

    Rows rows = rows(spark, config("?.jsonl"));
    assertThat(rows.seeds())
        .extracting(
            seed ->
                List.of(
                    seed.answer(), seed.solution(), seed.source(), seed.otherAnswers().toString()))
        .containsExactlyInAnyOrder(
            List.of("1/2", "Halve it.", "second", "[2]"), List.of("7", "", "", "[]"));
    assertThat(rows.rejected())
        .extracting(row -> row.detail().replaceAll(".* in .*/", ""))
        .containsExactlyInAnyOrder(
            "b.jsonl, row 1",
            "b.jsonl, row 1; it has another answer: 2",
            "b.jsonl, row 1",
            "a.jsonl, row 4");
    assertThat(rows.files()).extracting(SeedFile::withOtherAnswers).containsExactly(0L, 1L);
  }

  @Test
  void lengthCountsWhatIsReadAlone(SparkSession spark) throws IOException {
    String reasoning = "x".repeat(10_000);
    write("long.jsonl", "{\"question\": \"a?\", \"reasoning\": \"" + reasoning + "\"}\n");
    spark
        .read()
        .json(path("long.jsonl"))
        .selectExpr("reasoning", "'b?' AS question")
        .write()
        .parquet(path("long.parquet"));

    SeedsConfig config = new SeedsConfig(path("long.*"), 0, NO_FIELDS, new Bytes(100), true);
    assertThat(rows(spark, config).seeds())
        .extracting(SeedQuestion::question)
        .containsExactlyInAnyOrder("a?", "b?");
  }

  @Test
  void fieldsAreNamedByTheirPaths(SparkSession spark) throws IOException {
    write(
        "chat.jsonl",
        """
        {"Messages": [{"content": "be kind"}, {"content": "a?"}, {"content": "It is \\\\boxed{3}."}], "meta": {"license": "CC0"}}
        """);
    SeedsConfig.Fields fields =
        new SeedsConfig.Fields(
            "", "messages.1.content", "", "messages.-1.content", "", "", "meta.license");
    SeedsConfig config = new SeedsConfig(path("chat.jsonl"), 0, fields, new Bytes(1000), true);

    assertThat(seeds(spark, config))
        .extracting(seed -> seed.question() + seed.answer() + seed.license())
        .containsExactly("a?3CC0");
    SeedsConfig.Fields wrong =
        new SeedsConfig.Fields("", "messages.1.contents", "", "", "", "", "");
    assertThatThrownBy(
            () ->
                seeds(spark, new SeedsConfig(path("chat.jsonl"), 0, wrong, new Bytes(1000), true)))
        .isInstanceOf(ConfigException.class)
        .hasMessage(
            "seeds.fields.question must name a field that a row has (known: Messages.0.content,"
                + " Messages.1.content, meta.license): messages.1.contents");
  }

  @Test
  void takesTheFirstSeedsByIdAtAnyPartitionCount(SparkSession spark) throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      lines.add("{\"question\": \"" + i % 40 + "?\"}");
    }

    write("many.jsonl", String.join("\n", lines));
    SeedsConfig all = new SeedsConfig(path("many.jsonl"), 0, NO_FIELDS, new Bytes(1000), true);
    SeedsConfig some = new SeedsConfig(path("many.jsonl"), 7, NO_FIELDS, new Bytes(1000), true);
    List<String> firstIds =
        seeds(spark, all).stream().map(SeedQuestion::id).sorted().limit(7).toList();

    Rows withTwo = rows(spark, some);
    spark.conf().set("spark.sql.shuffle.partitions", 7);
    try {
      Rows withSeven = rows(spark, some);

      assertThat(withTwo.seeds())
          .extracting(SeedQuestion::id)
          .containsExactlyInAnyOrderElementsOf(firstIds);
      assertThat(withSeven.seeds()).containsExactlyInAnyOrderElementsOf(withTwo.seeds());
      assertThat(withTwo.rejected()).hasSize(10);
      assertThat(withSeven.rejected()).containsExactlyInAnyOrderElementsOf(withTwo.rejected());
    } finally {
      spark.conf().set("spark.sql.shuffle.partitions", 2);
    }
  }

  @Test
  void refusesWhatHoldsNoSeeds(SparkSession spark) throws IOException {
    write("empty.jsonl", "\n");
    write("bad.jsonl", "nonsense\n{}\n{}\n");
    write("photo.png", "\u0089PNG");

    assertThatThrownBy(() -> seeds(spark, config("missing.jsonl")))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith("seeds.path must name a file, folder or glob")
        .hasMessageEndingWith("missing.jsonl");
    assertThatThrownBy(() -> seeds(spark, config("empty.jsonl")))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith("seeds.path must hold at least one row: ");
    assertThatThrownBy(() -> seeds(spark, config("bad.jsonl")))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("all 3 rows of")
        .hasMessageContaining("bad.jsonl: 3 rows rejected: NO_QUESTION 2, NOT_JSON 1; row 2: ")
        .hasMessageContaining("; row 1: a row must be JSON");
    assertThatThrownBy(() -> seeds(spark, config("photo.png")))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(
            "photo.png: a file must hold JSON lines, a JSON array or objects, CSV, TSV or Parquet");
    assertThatThrownBy(
            () -> SeedInput.requirePath(new SeedsConfig("", 0, NO_FIELDS, new Bytes(9), true)))
        .isInstanceOf(ConfigException.class)
        .hasMessage("seeds.path must name a file, folder or glob of seed questions: \"\"");
  }

  @Test
  void refusesANamedFieldThatNoRowHas(SparkSession spark) throws IOException {
    write("mine.jsonl", "{\"prompt\": \"a?\", \"result\": 2}\n{\"prompt\": \"b?\"}\n");
    SeedsConfig.Fields right = new SeedsConfig.Fields("", "prompt", "result", "", "", "", "");
    SeedsConfig.Fields wrong = new SeedsConfig.Fields("", "prompt", "reslut", "", "", "", "");

    assertThat(seeds(spark, new SeedsConfig(path("mine.jsonl"), 0, right, new Bytes(99), true)))
        .hasSize(2);
    assertThatThrownBy(
            () -> seeds(spark, new SeedsConfig(path("mine.jsonl"), 0, wrong, new Bytes(99), true)))
        .isInstanceOf(ConfigException.class)
        .hasMessage(
            "seeds.fields.answer must name a field that a row has (known: prompt, result): reslut");
  }

  @Tag("slow")
  @Test
  void readsTheReleasedFilesAndAgreesWithMwpbenchOnUpstreamRows(SparkSession spark) {
    Path mwpbench = RealData.file("mwpbench/full_train.json");
    List<SeedQuestion> released = seeds(spark, realConfig(mwpbench));
    List<SeedQuestion> gsm8k =
        seeds(spark, realConfig(RealData.file("upstream/gsm8k/train.jsonl")));
    List<SeedQuestion> math = seeds(spark, realConfig(RealData.file("upstream/math/train.jsonl")));

    assertThat(answers(gsm8k)).isEqualTo(answers(ofDataset(released, "gsm8k")));
    assertThat(gsm8k).noneMatch(seed -> seed.solution().matches("(?s).*(<<|####).*"));
    assertThat(datasets(math)).isEqualTo(datasets(ofDataset(released, "MATH")));
    // Two solutions box nothing: their answers are unknown.
    assertThat(math).filteredOn(seed -> seed.answer().isEmpty()).hasSize(2);
    assertThat(answers(ofDataset(released, "MATH"))).containsAll(answers(answered(math)));
  }

  @Test
  void readsUpstreamFilesOfEveryKnownLayout(SparkSession spark) throws IOException {
    write(
        "tal.jsonl",
        """
        {"queId": "t1", "problem": "What is 1 + 1?", "answer_value": "B", "answer_analysis": ["Add."], "answer_option_list": [[{"aoVal": "A", "content": "1"}], [{"aoVal": "B", "content": "2"}]]}
        {"queId": "t2", "problem": "Which of the following is even?", "answer_value": "B", "answer_analysis": [], "answer_option_list": [[{"aoVal": "A", "content": "1"}], [{"aoVal": "B", "content": "2"}]]}
        """);
    write(
        "math23k.json",
        "{\n  \"id\": \"1\",\n  \"original_text\": \"周长?\",\n  \"ans\": \"880\"\n}\n");

    assertThat(rows(spark, config("tal.jsonl")))
        .satisfies(
            rows ->
                assertThat(rows.seeds())
                    .extracting(
                        seed -> seed.dataset() + " " + seed.answer() + " " + seed.solution())
                    .containsExactly("tal 2 Add."))
        .satisfies(
            rows ->
                assertThat(rows.rejected())
                    .extracting(Rejected::reason)
                    .containsExactly(RejectionReason.NEEDS_OPTIONS));
    assertThat(seeds(spark, config("math23k.json")))
        .extracting(seed -> seed.dataset() + " " + seed.answer())
        .containsExactly("math23k_en 880");
  }

  private static List<SeedQuestion> answered(List<SeedQuestion> seeds) {
    return seeds.stream().filter(seed -> !seed.answer().isEmpty()).toList();
  }

  private static List<SeedQuestion> ofDataset(List<SeedQuestion> seeds, String prefix) {
    return seeds.stream().filter(seed -> seed.dataset().startsWith(prefix)).toList();
  }

  private static List<String> answers(List<SeedQuestion> seeds) {
    return seeds.stream().map(seed -> seed.id() + " " + seed.answer()).sorted().toList();
  }

  private static List<String> datasets(List<SeedQuestion> seeds) {
    return seeds.stream().map(seed -> seed.id() + " " + seed.dataset()).sorted().toList();
  }

  private static List<SeedQuestion> seeds(SparkSession spark, SeedsConfig config) {
    try (SeedInput input = SeedInput.read(spark, config, ConfiguredBenchmark.NONE, "extract")) {
      return input.seeds().collectAsList();
    }
  }

  private static Rows rows(SparkSession spark, SeedsConfig config) {
    try (SeedInput input = SeedInput.read(spark, config, ConfiguredBenchmark.NONE, "extract")) {
      Rows rows =
          new Rows(input.seeds().collectAsList(), input.rejected().collectAsList(), input.files());
      assertThat(rows.seeds()).hasSize((int) input.count());
      return rows;
    }
  }

  /** What a reading gives. */
  private record Rows(List<SeedQuestion> seeds, List<Rejected> rejected, List<SeedFile> files) {}

  private SeedsConfig config(String name) {
    return new SeedsConfig(path(name), 0, NO_FIELDS, new Bytes(64 << 10), true);
  }

  private static SeedsConfig realConfig(Path file) {
    return new SeedsConfig(file.toString(), 0, NO_FIELDS, new Bytes(64 << 10), true);
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}
