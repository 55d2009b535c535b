package io.mathscale.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.mathscale.core.command.StageContext;
import io.mathscale.core.config.ConfigException;
import io.mathscale.core.data.QaPair;
import io.mathscale.core.testing.PlainReaders;
import io.mathscale.core.testing.SparkExtension;
import io.mathscale.core.workspace.Tables;
import io.mathscale.generator.export.ExportManifest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

@ExtendWith(SparkExtension.class)
class ExportTest {
  private static final int ROWS = 40;
  private static final List<String> LINES =
      List.of("alpaca", "messages", "sharegpt", "prompt-completion", "rlvr");
  private static final String ALL =
      "export.formats=[alpaca,messages,sharegpt,prompt-completion,rlvr,parquet]";

  @TempDir private Path folder;

  @Test
  @Tag("slow")
  void everyFormatHasTheRowsInItsLayout(SparkSession spark) throws Exception {
    StageContext context =
        run(spark, ALL, "export.shard-size=4KiB", "export.split={ validation = 0.1, test = 0.2 }");
    write(context, ROWS);

    new Export().run(context);

    Path exported = folder.resolve("w/export");
    for (String format : LINES) {
      List<JsonNode> rows = ExportedRows.lines(exported.resolve(format));
      JsonSchema schema = schema(format);
      assertThat(rows).allSatisfy(row -> assertThat(schema.validate(row)).isEmpty());
      Set<String> wanted = ids(ROWS);
      if (format.equals("rlvr")) {
        wanted.remove("id7");
      }

      assertThat(rows).extracting(row -> row.get("id").asText()).hasSameSizeAs(wanted);
      assertThat(ids(rows)).isEqualTo(wanted);
    }

    Dataset<Row> all =
        spark
            .read()
            .option("recursiveFileLookup", true)
            .parquet(exported.resolve("parquet").toString());
    assertThat(all.count()).isEqualTo(ROWS);
    assertThat(all.columns()).contains("knowledge_points", "question_type", "reasoning", "call");
    assertThat(spark.read().parquet(exported.resolve("verl/train").toString()).columns())
        .startsWith("data_source", "prompt", "ability", "reward_model", "extra_info");
    requireAnotherReaderFindsTheSame(spark, exported);
    requireShardNames(exported);
    requireManifestOfAllFiles(exported);
    requireTrainersFindTheirFiles(exported);
  }

  /** DuckDB, which shares no code with Spark. */
  private static void requireAnotherReaderFindsTheSame(SparkSession spark, Path exported)
      throws SQLException {
    PlainReaders.Read pairs =
        PlainReaders.byDuckDb(ExportedRows.files(exported.resolve("parquet")));
    assertThat(pairs.rows()).hasSize(ROWS);
    assertThat(pairs)
        .isEqualTo(PlainReaders.bySpark(spark, ExportedRows.files(exported.resolve("parquet"))));
    List<?> second = pairs.rows().get(1);
    assertThat(second.get(pairs.columns().indexOf("id"))).isEqualTo("id1");
    assertThat(second.get(pairs.columns().indexOf("knowledge_points")))
        .isEqualTo(List.of("Linear equations", "Units"));

    PlainReaders.Read rewards = PlainReaders.byDuckDb(ExportedRows.files(exported.resolve("verl")));
    assertThat(rewards.columns()).startsWith("data_source", "prompt", "ability");
    assertThat(rewards.rows()).hasSize(ROWS - 1);
  }

  private static void requireShardNames(Path exported) {
    List<String> names =
        ExportedRows.files(exported.resolve("alpaca/train")).stream()
            .map(file -> file.getFileName().toString())
            .toList();
    int count = names.size();
    assertThat(count).isBetween(3, 12);
    assertThat(names)
        .containsExactlyElementsOf(
            IntStream.range(0, count)
                .mapToObj(i -> "train-%05d-of-%05d.jsonl".formatted(i, count))
                .toList());
    assertThat(ExportedRows.files(exported))
        .extracting(file -> file.getFileName().toString())
        .noneMatch(name -> name.startsWith("_") || name.startsWith(".") || name.endsWith(".crc"));
    assertThat(exported.getParent()).isDirectoryNotContaining("glob:**/_export*");
  }

  private static void requireManifestOfAllFiles(Path exported) throws Exception {
    JsonNode manifest = manifest(exported);
    assertThat(manifest.get("rows").asInt()).isEqualTo(ROWS);
    assertThat(manifest.get("leftOut").toString())
        .isEqualTo("{\"notInMixture\":0,\"noAnswerForRlvr\":1}");
    int rows = 0;
    for (JsonNode split : manifest.get("splits")) {
      rows += split.asInt();
    }

    assertThat(rows).isEqualTo(ROWS);
    assertThat(manifest.get("inputs").get(0).get("table").asText()).isEqualTo("mathscaleqa");
    for (JsonNode file : manifest.get("files")) {
      byte[] bytes = Files.readAllBytes(exported.resolve(file.get("path").asText()));
      assertThat(bytes).hasSize(file.get("bytes").asInt());
      assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)))
          .isEqualTo(file.get("sha256").asText());
    }
  }

  private static void requireTrainersFindTheirFiles(Path exported) throws IOException {
    JsonNode info = ExportedRows.JSON.readTree(exported.resolve("dataset_info.json").toFile());
    List<String> names = new ArrayList<>();
    info.fieldNames().forEachRemaining(names::add);
    assertThat(names)
        .contains("mathscaleqa_alpaca", "mathscaleqa_sharegpt_test", "mathscaleqa_parquet");
    for (JsonNode entry : info) {
      Path named = exported.resolve(entry.get("file_name").asText());
      assertThat(named).isDirectory();
      Set<String> endings =
          ExportedRows.files(named).stream()
              .map(file -> file.toString().replaceAll(".*\\.", ""))
              .collect(Collectors.toSet());
      assertThat(endings).hasSize(1).isSubsetOf("jsonl", "parquet");
    }

    Map<String, Object> factory = yaml(exported, "llama-factory");
    assertThat(names).contains((String) factory.get("dataset"));
    assertThat(factory)
        .containsEntry("learning_rate", 2.0e-5)
        .containsEntry("num_train_epochs", 3)
        .containsEntry("template", "alpaca");
    for (String trainer : List.of("llama-factory", "axolotl", "trl-sft")) {
      String model = (String) yaml(exported, trainer).get("output_dir");
      assertThat(exported.resolve(model).normalize())
          .startsWithRaw(exported.resolveSibling("trained"));
    }

    Map<String, Object> axolotl = yaml(exported, "axolotl");
    for (String key : List.of("datasets", "test_datasets")) {
      Map<?, ?> data = (Map<?, ?>) ((List<?>) axolotl.get(key)).get(0);
      assertThat((List<?>) data.get("data_files"))
          .isNotEmpty()
          .allSatisfy(file -> assertThat(exported.resolve((String) file)).isRegularFile());
    }

    Map<String, Object> trl = yaml(exported, "trl-sft");
    assertThat(exported.resolve((String) trl.get("dataset_name")).resolve("train")).isDirectory();
    assertThat(trl).containsEntry("learning_rate", 2.0e-5).containsEntry("bf16", true);
  }

  @Test
  @Tag("slow")
  void splitsAndFilesAreTheSameAtAnyPartitionCount(SparkSession spark) throws IOException {
    StageContext context =
        run(spark, "export.formats=[alpaca]", "export.shard-size=2KiB", "export.split.test=0.3");
    List<QaPair> pairs = ExportedRows.pairs(ROWS);
    Map<String, String> hashes = null;
    for (int partitions : new int[] {1, 7}) {
      spark.conf().set("spark.sql.shuffle.partitions", partitions);
      write(context, spark.createDataset(pairs, QaPair.ENCODER).repartition(partitions));

      new Export().run(context);

      Map<String, String> now = new TreeMap<>();
      manifest(folder.resolve("w/export"))
          .get("files")
          .forEach(file -> now.put(file.get("path").asText(), file.get("sha256").asText()));
      assertThat(now).hasSizeGreaterThan(5).isEqualTo(hashes == null ? now : hashes);
      hashes = now;
    }

    spark.conf().set("spark.sql.shuffle.partitions", 2);
  }

  @Test
  void compressesLinesAndLeavesThemOutOfWhatLlamaFactoryReads(SparkSession spark)
      throws IOException {
    for (String compression : List.of("gzip", "zstd")) {
      StageContext context =
          run(spark, "export.formats=[alpaca]", "export.compression=" + compression);
      write(context, 3);

      new Export().run(context);

      assertThat(ids(ExportedRows.lines(folder.resolve("w/export/alpaca")))).isEqualTo(ids(3));
      assertThat(folder.resolve("w/export/dataset_info.json")).hasContent("{ }");
    }
  }

  @Test
  void reasoningStandsWhereTheKeySays(SparkSession spark) throws IOException {
    StageContext think =
        run(
            spark,
            "export.formats=[messages,alpaca]",
            "export.reasoning=think",
            "export.mixture=generated");
    write(think, 2);
    new Export().run(think);
    assertThat(ExportedRows.lines(folder.resolve("w/export/alpaca")))
        .extracting(row -> row.get("output").asText())
        .containsExactly("<think>\nLet me add one.\n</think>\n\nIt is \\boxed{2}.");

    StageContext field = run(spark, "export.formats=[messages,alpaca]", "export.reasoning=field");
    new Export().run(field);
    assertThat(ExportedRows.lines(folder.resolve("w/export/messages")))
        .extracting(row -> row.get("messages").get(1).path("reasoning_content").asText("none"))
        .containsExactlyInAnyOrder("Let me add one.", "none");
    assertThat(ExportedRows.lines(folder.resolve("w/export/alpaca")))
        .allSatisfy(row -> assertThat(schema("alpaca").validate(row)).isEmpty())
        .extracting(row -> row.path("reasoning").asText("none"))
        .containsExactlyInAnyOrder("Let me add one.", "none");
  }

  @Test
  void refusesAMixtureWithoutRows(SparkSession spark) {
    StageContext context = run(spark, "export.mixture=generated");
    write(context, 1);

    assertThatThrownBy(() -> new Export().run(context))
        .isInstanceOf(ConfigException.class)
        .hasMessage(
            "table mathscaleqa must have rows to export with export.mixture = generated: 0 of 1");
    assertThat(folder.resolve("w/export")).doesNotExist();
  }

  @Test
  void refusesASplitThatLeavesNothingToTrainOn(SparkSession spark) {
    StageContext context = run(spark, "export.split={ validation = 0, test = 0.999999 }");
    write(context, 3);

    assertThatThrownBy(() -> new Export().run(context))
        .isInstanceOf(ConfigException.class)
        .hasMessage(
            "table mathscaleqa must have rows to train on with export.mixture = paper and"
                + " export.split = { validation = 0.0, test = 0.999999 }: 0 of 3");
    assertThat(folder.resolve("w/export")).doesNotExist();
  }

  @Test
  void refusesRewardsAloneWithoutAnswersAndLeavesThemOutBesideOthers(SparkSession spark)
      throws IOException {
    List<QaPair> noAnswers =
        List.of(ExportedRows.pair("generated", "id", "Prove it.", "It is clear.", ""));
    StageContext alone = run(spark, "export.formats=[rlvr]");
    write(alone, spark.createDataset(noAnswers, QaPair.ENCODER));
    assertThatThrownBy(() -> new Export().run(alone))
        .isInstanceOf(ConfigException.class)
        .hasMessage(
            "table mathscaleqa must have answers to export with export.formats = [rlvr]: 0 of 1"
                + " rows");

    new Export().run(run(spark, "export.formats=[alpaca,rlvr]"));

    Path exported = folder.resolve("w/export");
    assertThat(exported.resolve("rlvr")).doesNotExist();
    assertThat(Files.readString(exported.resolve("README.md")))
        .contains("config_name: alpaca")
        .doesNotContain("config_name: rlvr", "config_name: verl")
        .contains("they have no answer, so no reward can be given (rlvr)")
        .doesNotContain(ExportManifest.NO_ANSWER);
    assertThat(Files.readString(exported.resolve("croissant.json")))
        .contains("alpaca/")
        .doesNotContain("rlvr/", "verl/");
  }

  private static JsonSchema schema(String format) {
    try (InputStream text = ExportTest.class.getResourceAsStream("schemas/" + format + ".json")) {
      return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(text);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Set<String> ids(int rows) {
    return IntStream.range(0, rows)
        .mapToObj(number -> "id" + number)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> ids(List<JsonNode> rows) {
    return rows.stream()
        .map(row -> row.get("id").asText())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static JsonNode manifest(Path exported) throws IOException {
    return ExportedRows.JSON.readTree(exported.resolve("manifest.json").toFile());
  }

  private static Map<String, Object> yaml(Path exported, String trainer) throws IOException {
    return new Yaml()
        .load(Files.readString(exported.resolve("trainers/%s.yaml".formatted(trainer))));
  }

  private static void write(StageContext context, int rows) {
    write(context, context.spark().createDataset(ExportedRows.pairs(rows), QaPair.ENCODER));
  }

  private static void write(StageContext context, Dataset<QaPair> pairs) {
    context.workspace().write(Tables.MATHSCALEQA, pairs, context.metadata(List.of()));
  }

  private StageContext run(SparkSession spark, String... settings) {
    return StageContexts.in(folder.resolve("w"), spark, settings);
  }
}
