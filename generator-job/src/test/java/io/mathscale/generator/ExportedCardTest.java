package io.mathscale.generator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.mathscale.core.command.StageContext;
import io.mathscale.core.data.Concept;
import io.mathscale.core.data.ConceptEdge;
import io.mathscale.core.data.ConceptKind;
import io.mathscale.core.data.Contamination;
import io.mathscale.core.data.ContaminationMethod;
import io.mathscale.core.data.Duplicate;
import io.mathscale.core.data.DuplicateKind;
import io.mathscale.core.data.EdgeKind;
import io.mathscale.core.data.QaPair;
import io.mathscale.core.data.Rejected;
import io.mathscale.core.data.RejectionReason;
import io.mathscale.core.testing.SparkExtension;
import io.mathscale.core.workspace.Manifest;
import io.mathscale.core.workspace.Tables;
import io.mathscale.core.workspace.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

@ExtendWith(SparkExtension.class)
@Tag("slow")
class ExportedCardTest {
  /** Ends scripts, comments, attributes, table cells and the direction of the text. */
  private static final String HOSTILE =
      "</script><script>alert(1)</script> <!-- \" ' | ` [x](javascript:alert(1)) \u202eabc\u2028 <img"
          + " src=x onerror=alert(1)> $\\href{javascript:alert(1)}{x}$";

  private static final Pattern SCRIPT_TAG = Pattern.compile("<script[ >]");

  private static final Manifest.Calls CALLS =
      new Manifest.Calls(
          30, 2, 1_000, 0, 2_000, new BigDecimal("0.50"), new TreeMap<>(), new BigDecimal("0.01"));

  @TempDir private Path folder;

  @Test
  void cardAndCroissantAndPageTellWhatIsThere(SparkSession spark) throws IOException {
    StageContext context =
        run(
            spark,
            "export.formats=[alpaca,messages,rlvr,parquet]",
            "export.split.test=0.3",
            "export.card.name=card-test");
    writeTables(context);

    new Export().run(context);

    Path exported = folder.resolve("w/export");
    requireFrontMatter(exported);
    requireBody(Files.readString(exported.resolve("README.md")));
    requireCroissant(exported);
    requirePage(Files.readString(exported.resolve("dataset.html")));
  }

  private static void requireFrontMatter(Path exported) throws IOException {
    String text = Files.readString(exported.resolve("README.md"));
    assertThat(text).startsWith("---\n");
    Map<String, Object> matter = new Yaml().load(text.substring(4, text.indexOf("\n---\n")));
    assertThat(matter)
        .containsEntry("pretty_name", "card-test")
        .containsEntry("license", List.of("unknown"))
        .containsEntry("size_categories", List.of("n<1K"))
        .containsEntry("task_categories", List.of("text-generation"))
        .containsEntry("language", List.of("en"));
    Set<String> names = new HashSet<>();
    for (Object config : (List<?>) matter.get("configs")) {
      names.add((String) ((Map<?, ?>) config).get("config_name"));
      for (Object data : (List<?>) ((Map<?, ?>) config).get("data_files")) {
        String glob = (String) ((Map<?, ?>) data).get("path");
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
        assertThat(ExportedRows.files(exported))
            .anyMatch(file -> matcher.matches(exported.relativize(file)));
      }
    }

    assertThat(names).containsExactlyInAnyOrder("alpaca", "messages", "rlvr", "verl", "parquet");
    for (Object info : (List<?>) matter.get("dataset_info")) {
      assertThat((List<?>) ((Map<?, ?>) info).get("features")).isNotEmpty();
      String layout = (String) ((Map<?, ?>) info).get("config_name");
      boolean isParquet = List.of("verl", "parquet").contains(layout);
      assertThat(((Map<?, ?>) info).containsKey("dataset_size")).isEqualTo(!isParquet);
      long rows = 0;
      for (Object split : (List<?>) ((Map<?, ?>) info).get("splits")) {
        rows += ((Number) ((Map<?, ?>) split).get("num_examples")).longValue();
      }

      assertThat(rows).as(layout).isEqualTo(List.of("rlvr", "verl").contains(layout) ? 20 : 21);
    }
  }

  private static void requireBody(String card) {
    assertThat(card)
        .contains("21 mathematics questions")
        .contains("| refine | `mathscaleqa` | 21 | 4 |")
        .contains("| build | `graph/nodes` | 2 | 0 |")
        .contains("**refine, REFUSAL: 3**")
        .contains("| licence mit | 4 |")
        .contains("| generate | 30 | 2 | 1,000 | 2,000 | 0.50 | 0.01 |")
        .contains("US $ 0.50 in all, US $ 0.023810 a row.")
        .contains("agreed to the answers of 1 rows (column `validation`): US $ 0.500000")
        .contains("- `duplicates`: 1")
        .contains("| one word (ideographs) | 4 | 50.0 % (15.0–85.0 %) | 75.0 % (30.1–95.4 %) |")
        .contains("| own row | 10 | 10.0 % (1.8–40.4 %) |")
        .contains("| language en | 2 |")
        .contains("| of unknown language | 19 |")
        .contains("| flagged: echo | 1 |")
        .contains(
            "Rows that `export` left out, since they have no answer, so no reward can be given"
                + " (rlvr): 1.");
    assertThat(card.split("- r[0-9]: ", -1)).hasSize(1 + 2 + 1);
    assertThat(card).doesNotContain("<script", "<img", "](javascript");
  }

  private static void requireCroissant(Path exported) throws IOException {
    JsonNode croissant = ExportedRows.JSON.readTree(exported.resolve("croissant.json").toFile());
    try (InputStream schema =
        ExportedCardTest.class.getResourceAsStream("schemas/croissant.json")) {
      assertThat(
              JsonSchemaFactory.getInstance(VersionFlag.V202012)
                  .getSchema(schema)
                  .validate(croissant))
          .isEmpty();
    }

    Map<String, String> hashes = new TreeMap<>();
    ExportedRows.JSON
        .readTree(exported.resolve("manifest.json").toFile())
        .get("files")
        .forEach(file -> hashes.put(file.get("path").asText(), file.get("sha256").asText()));
    Set<String> files = new HashSet<>();
    for (JsonNode file : croissant.get("distribution")) {
      assertThat(files.add(file.get("@id").asText())).isTrue();
      if (file.has("sha256")) {
        assertThat(file.get("sha256").asText())
            .isEqualTo(hashes.get(file.get("contentUrl").asText()));
      }
    }

    assertThat(files).containsAll(hashes.keySet());
    List<String> ids = croissant.get("recordSet").findValuesAsText("@id");
    croissant
        .get("recordSet")
        .findValues("fileSet")
        .forEach(set -> assertThat(files).contains(set.get("@id").asText()));
    croissant
        .get("recordSet")
        .findValues("key")
        .forEach(key -> assertThat(ids).contains(key.get("@id").asText()));
    assertThat(croissant.has("license")).isFalse();
    assertThat(croissant.get("prov:wasDerivedFrom").get(0).get("prov:label").asText())
        .isEqualTo("gsm8k");
    assertThat(croissant.get("rai:dataPreprocessingProtocol").get(0).asText())
        .isEqualTo("refine removed 1 rows: NEAR_DUPLICATE");
  }

  private static void requirePage(String page) throws IOException {
    Matcher tags = SCRIPT_TAG.matcher(page);
    assertThat(tags.results().count()).as("data, charts, formulas, our own").isEqualTo(4);
    String withoutScripts = page.replaceAll("(?s)<script>.*?</script>", "");
    assertThat(withoutScripts.contains("default-src 'none'")).isTrue();
    for (String unwanted : List.of("alert(1)<", "<img", "src=\"", "href=\"", "url(fonts", "{{")) {
      assertThat(withoutScripts.contains(unwanted)).as(unwanted).isFalse();
    }

    assertThat(page.contains("url(data:font/woff2;base64,")).isTrue();
    String start = "<script type=\"application/json\" id=\"data\">";
    int from = page.indexOf(start) + start.length();
    JsonNode data =
        ExportedRows.JSON.readTree(page.substring(from, page.indexOf("</script>", from)));
    assertThat(data.get("rows")).hasSize(21 + 4);
    assertThat(data.get("rows").findValuesAsText("question")).contains(HOSTILE);
    assertThat(data.get("rows").findValuesAsText("reason")).contains("refine REFUSAL");
    assertThat(data.get("points").toString())
        .contains("{\"topic\":\"Algebra\",\"point\":\"Units\",\"rows\":17}");
    assertThat(data.get("edges").get(0).get("targetTopic").asBoolean()).isFalse();
    assertThat(withoutScripts.replaceAll("(?s).*<h2>Duplicates", ""))
        .contains("likeness 0.91", "What is 1 + 1?", "What is 1 + 1 then?");
    assertThat(withoutScripts.replaceAll("(?s).*<h2>Contamination", ""))
        .contains(
            "NEAR removed 1. NUMBER_SWAP reported 1.",
            "<b>NUMBER_SWAP reported</b> score 1.00",
            "row: id2</div>",
            "problem: test.1</div>",
            "&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;")
        .contains(
            "<td class=\"text\">one word (ideographs)</td><td>4</td><td>50.0 % (15.0–85.0 %)</td>")
        .contains("<td class=\"text\">own row</td><td>10</td><td>10.0 % (1.8–40.4 %)</td>");
  }

  @Test
  void licencesAndLanguagesAreThoseThatAreNamedAndCallsThoseThatWereMade(SparkSession spark)
      throws IOException {
    StageContext context =
        run(
            spark,
            "export.formats=[alpaca]",
            "export.card={ licenses = [cc-by-4.0, \"Our own\"], languages = [en] }");
    write(context, ExportedRows.pairs(2));

    new Export().run(context);

    String text = Files.readString(folder.resolve("w/export/README.md"));
    Map<String, Object> matter = new Yaml().load(text.substring(4, text.indexOf("\n---\n")));
    assertThat(matter)
        .containsEntry("license", List.of("cc-by-4.0", "other"))
        .containsEntry("license_name", "Our own")
        .containsEntry("language", List.of("en"));
    String page = Files.readString(folder.resolve("w/export/dataset.html"));
    assertThat(List.of(text, page))
        .allSatisfy(
            told ->
                assertThat(told)
                    .contains("tell of no model calls")
                    .doesNotContain("perhaps besides"));
  }

  private static void writeTables(StageContext context) {
    SparkSession spark = context.spark();
    Workspace workspace = context.workspace();
    workspace.write(
        Tables.NODES,
        rows(
            spark,
            Concept.ENCODER,
            List.of(
                new Concept("Algebra", ConceptKind.TOPIC, 9, 1, 0, 0, 1),
                new Concept(HOSTILE, ConceptKind.KNOWLEDGE_POINT, 5, 1, 0, 0, 1))),
        context.metadata(List.of()));
    workspace.write(
        Tables.EDGES,
        rows(
            spark,
            ConceptEdge.ENCODER,
            List.of(new ConceptEdge(EdgeKind.TOPIC_KNOWLEDGE_POINT, "Algebra", HOSTILE, 5, 1.6))),
        context.metadata(List.of()));
    workspace.write(
        Tables.PAIRS,
        spark.emptyDataset(Tables.PAIRS.encoder()),
        context.metadata(List.of(Tables.NODES, Tables.EDGES), CALLS));
    workspace.write(
        Tables.rejectedBy("refine"),
        rows(
            spark,
            Rejected.ENCODER,
            List.of(
                rejected("r1", RejectionReason.REFUSAL, "I cannot."),
                rejected("r2", RejectionReason.REFUSAL, HOSTILE),
                rejected("r3", RejectionReason.REFUSAL, "Sorry."),
                rejected("r4", RejectionReason.NEAR_DUPLICATE, "What is 1 + 1 then?"))),
        context.metadata(List.of()));
    workspace.write(
        Tables.DUPLICATES,
        rows(
            spark,
            Duplicate.ENCODER,
            List.of(
                new Duplicate("r4", "generated", "id1", "generated", DuplicateKind.NEAR, 0.91))),
        context.metadata(List.of()));
    workspace.write(
        Tables.CONTAMINATION,
        rows(
            spark,
            Contamination.ENCODER,
            List.of(
                leak("r2", ContaminationMethod.NEAR, true),
                leak("id2", ContaminationMethod.NUMBER_SWAP, false))),
        context.metadata(List.of()));
    List<QaPair> pairs = new ArrayList<>(ExportedRows.pairs(20));
    pairs.add(ExportedRows.pair("generated", "hostile", HOSTILE, HOSTILE, HOSTILE));
    workspace.write(
        Tables.MATHSCALEQA,
        spark.createDataset(pairs, QaPair.ENCODER),
        context
            .metadata(List.of(Tables.PAIRS))
            .withCounts(
                new TreeMap<>(
                    Map.of(
                        "audit.one_word.ideographic.planted", 4L,
                        "audit.one_word.ideographic.found", 2L,
                        "audit.one_word.ideographic.foundWithAnswer", 3L,
                        "audit.own_row.planted", 10L,
                        "audit.own_row.removed", 1L))));
  }

  private static Contamination leak(String id, ContaminationMethod method, boolean isRemoved) {
    return new Contamination(
        id, "generated", "test.1", "benchmark", method, 1, "as it is", isRemoved, HOSTILE);
  }

  private static Rejected rejected(String id, RejectionReason reason, String content) {
    return new Rejected(id, "refine", reason, "since it is so", "composition c", content);
  }

  private static <T> Dataset<T> rows(SparkSession spark, Encoder<T> encoder, List<T> rows) {
    return spark.createDataset(rows, encoder);
  }

  private static void write(StageContext context, List<QaPair> pairs) {
    context
        .workspace()
        .write(
            Tables.MATHSCALEQA,
            context.spark().createDataset(pairs, QaPair.ENCODER),
            context.metadata(List.of()));
  }

  private StageContext run(SparkSession spark, String... settings) {
    return StageContexts.in(folder.resolve("w"), spark, settings);
  }
}
