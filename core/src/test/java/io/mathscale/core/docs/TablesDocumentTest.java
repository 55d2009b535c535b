package io.mathscale.core.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.data.CallFailure;
import io.mathscale.core.data.Completion;
import io.mathscale.core.data.FailureCause;
import io.mathscale.core.data.OpenCharge;
import io.mathscale.core.data.Prompt;
import io.mathscale.core.data.RejectionReason;
import io.mathscale.core.data.Verdict;
import io.mathscale.core.events.Event;
import io.mathscale.core.workspace.Manifest;
import io.mathscale.core.workspace.Table;
import io.mathscale.core.workspace.Tables;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

/** Compares {@code docs/tables.md} with the tables, enums and files that the code writes. */
class TablesDocumentTest {
  private static final String DOCUMENT = Documents.text("docs/tables.md");

  /** Tables of jobs, which core cannot see, by the record that their columns are. */
  private static final Map<String, String> TABLES_OF_JOBS =
      Map.of(
          "concept_merges", "graph-job/src/main/java/io/mathscale/graph/concepts/ConceptMerge.java",
          "flips", "eval-job/src/main/java/io/mathscale/eval/compare/Flip.java");

  @Test
  void listsEveryColumnOfEveryTableAndNoOther() {
    assertThat(documented()).containsExactlyInAnyOrderEntriesOf(defined());
  }

  @Test
  void listsEveryTableAtTheTop() {
    List<String> listed =
        Documents.rows(DOCUMENT).stream()
            .map(row -> row.get(0).replaceAll("^\\[`(.*)`\\].*$", "$1"))
            .toList();

    assertThat(listed).containsExactlyInAnyOrderElementsOf(defined().keySet());
  }

  @Test
  void namesTheProducerOfEveryTable() {
    Map<String, String> writtenBy = new TreeMap<>();
    for (List<String> row : Documents.rows(DOCUMENT)) {
      writtenBy.put(row.get(0).replaceAll("^\\[`(.*)`\\].*$", "$1"), row.get(2));
    }

    for (Table<?> table : tables()) {
      assertThat(writtenBy.get(table.name()))
          .as(table.name())
          .isEqualTo("`" + table.producer() + "`");
    }
  }

  @Test
  void knowsEveryPlaceThatDefinesTables() {
    List<String> places =
        Documents.sources().stream()
            .filter(source -> Documents.text(source).contains("new Table<>("))
            .map(source -> source.getFileName().toString())
            .toList();

    // A new place: add its tables to docs/tables.md and to this test.
    assertThat(places)
        .containsExactlyInAnyOrder(
            "Tables.java",
            "Journal.java",
            "ConceptMerge.java",
            "DryRun.java",
            "Compare.java",
            "ListedVerdicts.java");
  }

  @Test
  void listsEveryCauseOfFailedCalls() {
    assertThat(firstCells("## Causes of failed calls"))
        .containsExactly(names(FailureCause.values()));
  }

  @Test
  void listsEveryReasonOfRejectedRows() {
    assertThat(firstCells("## Reasons of rejected rows"))
        .containsExactly(names(RejectionReason.values()));
  }

  @Test
  void listsEveryRuleOfVerdicts() {
    String rules = Documents.text("grader/src/main/java/io/mathscale/grader/verdict/Rule.java");
    List<String> names =
        Pattern.compile("(?m)^  ([A-Z_]+)[,;]?$")
            .matcher(rules)
            .results()
            .map(match -> match.group(1))
            .toList();

    assertThat(firstCells("## Rules of verdicts")).hasSizeGreaterThan(20).isEqualTo(names);
  }

  @Test
  void namesTheCommandsThatUseEachReason() {
    String all = Documents.section(DOCUMENT, "## Reasons of rejected rows");
    TreeSet<String> commands = new TreeSet<>();
    for (List<String> row : Documents.rows(all)) {
      commands.addAll(List.of(row.get(1).replace("`", "").split(", ")));
    }

    assertThat(commands)
        .containsExactly(
            "build",
            "extract",
            "generate",
            "infer",
            "judge",
            "prepare",
            "refine",
            "score",
            "solve",
            "validate");
  }

  @Test
  void listsEveryFieldOfTheManifest() {
    String section = Documents.section(DOCUMENT, "## `_manifest.json`");

    for (Class<?> part : List.of(Manifest.class, Manifest.Input.class, Manifest.Calls.class)) {
      assertThat(codes(section)).as(part.getSimpleName()).containsAll(components(part));
    }
  }

  @Test
  void listsEveryFieldOfEvents() {
    String section = Documents.section(DOCUMENT, "## `_runs/<time>-<id>/events`");

    assertThat(codes(section)).containsAll(components(Event.class));
  }

  @Test
  void listsEveryFieldOfTheFilesOfJobs() {
    assertFieldsListed(
        "## `metrics.json`", "eval-job/src/main/java/io/mathscale/eval/score/MetricsJson.java");
    assertFieldsListed(
        "## `comparison.json`",
        "eval-job/src/main/java/io/mathscale/eval/compare/ComparisonJson.java");
    assertFieldsListed(
        "## Rows of `grade`",
        "eval-job/src/main/java/io/mathscale/eval/grading/PredictionGrader.java");
  }

  @Test
  void listsEveryFieldOfTheSummary() {
    List<String> listed = codes(Documents.section(DOCUMENT, "## `graph/summary.json`"));

    for (String record :
        List.of("GraphSummary", "concepts/ConceptCounts", "compositions/CompositionSummary")) {
      String file = "graph-job/src/main/java/io/mathscale/graph/" + record + ".java";
      assertThat(listed).as(record).containsAll(columnsInSource(file).keySet());
    }
  }

  private static void assertFieldsListed(String heading, String writer) {
    List<String> listed = codes(Documents.section(DOCUMENT, heading));
    List<String> written =
        Pattern.compile("(?:put|putNull|putObject|putShare)\\((?:\\w+, )?\"(\\w+)\"")
            .matcher(Documents.text(writer))
            .results()
            .map(match -> match.group(1))
            .toList();

    assertThat(written).as("fields that %s writes", writer).hasSizeGreaterThan(4);
    assertThat(listed).as(heading).containsAll(written);
  }

  /** The words between backquotes; of {@code a.b} also {@code b}. */
  private static List<String> codes(String text) {
    List<String> codes = new ArrayList<>();
    Matcher matcher = Pattern.compile("`([^`]+)`").matcher(text);
    while (matcher.find()) {
      codes.add(matcher.group(1));
      codes.add(matcher.group(1).replaceAll("^.*\\.", ""));
    }

    return codes;
  }

  private static List<String> firstCells(String heading) {
    return Documents.rows(Documents.section(DOCUMENT, heading)).stream()
        .map(row -> Documents.code(row.get(0)))
        .toList();
  }

  /** The columns of each table, as the document says. */
  private static Map<String, List<String>> documented() {
    Map<String, List<String>> documented = new TreeMap<>();
    for (MatchResult heading :
        Pattern.compile("(?m)^## `([^`]+)`$").matcher(DOCUMENT).results().toList()) {
      String section = Documents.section(DOCUMENT, heading.group());
      if (section.contains("\n| column |")) {
        documented.put(
            heading.group(1),
            Documents.rows(section).stream()
                .map(row -> Documents.code(row.get(0)) + " " + row.get(1))
                .toList());
      }
    }

    return documented;
  }

  /** The columns of each table, as the code says. */
  private static Map<String, List<String>> defined() {
    Map<String, List<String>> defined = new TreeMap<>();
    for (Table<?> table : tables()) {
      defined.put(table.name(), columns("", table.encoder().schema()));
    }

    defined.put("rejected/<command>", columns("", Tables.rejectedBy("extract").encoder().schema()));
    defined.put("prompts/<command>", columns("", Prompt.ENCODER.schema()));
    defined.put("disagreements", columns("", Verdict.ENCODER.schema()));
    defined.put("undecided", columns("", Verdict.ENCODER.schema()));
    defined.put("truncated", columns("", Verdict.ENCODER.schema()));
    defined.put("calls/<stage>/completions", columns("", Completion.ENCODER.schema()));
    defined.put("calls/<stage>/failures", columns("", CallFailure.ENCODER.schema()));
    defined.put("calls/<stage>/superseded", columns("", Completion.ENCODER.schema()));
    defined.put("calls/<stage>/open_charges", columns("", OpenCharge.ENCODER.schema()));
    TABLES_OF_JOBS.forEach(
        (table, source) -> {
          List<String> columns = new ArrayList<>();
          columnsInSource(source).forEach((name, type) -> columns.add(name + " " + type));
          defined.put(table, columns);
        });
    return defined;
  }

  private static List<Table<?>> tables() {
    List<Table<?>> tables = new ArrayList<>();
    for (Field field : Tables.class.getFields()) {
      if (field.getType() == Table.class && Modifier.isStatic(field.getModifiers())) {
        tables.add(value(field));
      }
    }

    return tables;
  }

  private static Table<?> value(Field field) {
    try {
      return (Table<?>) field.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("A public field can be read: " + field, e);
    }
  }

  private static List<String> columns(String prefix, StructType schema) {
    List<String> columns = new ArrayList<>();
    for (StructField field : schema.fields()) {
      String name = prefix + field.name();
      DataType type = field.dataType();
      if (type instanceof StructType inner) {
        columns.add(name + " struct");
        columns.addAll(columns(name + ".", inner));
      } else if (type instanceof ArrayType list && list.elementType() instanceof StructType inner) {
        columns.add(name + " array<struct>");
        columns.addAll(columns(name + ".", inner));
      } else {
        columns.add(name + " " + type.sql().toLowerCase(Locale.ROOT));
      }
    }

    return columns;
  }

  /** The components of a record in a file, with the types of their columns. */
  private static Map<String, String> columnsInSource(String file) {
    Matcher record = Pattern.compile("record \\w+\\(([^)]*)\\)").matcher(Documents.text(file));
    assertThat(record.find()).as("a record in %s", file).isTrue();
    Map<String, String> columns = new LinkedHashMap<>();
    // Types with a comma are none of a column.
    String components = record.group(1).replaceAll("<[^>]*>", "");
    for (String component : components.strip().split("\\s*,\\s*", -1)) {
      String[] typeAndName = component.split("\\s+", -1);
      columns.put(typeAndName[1], columnType(typeAndName[0]));
    }

    return columns;
  }

  private static String columnType(String javaType) {
    return switch (javaType) {
      case "long" -> "bigint";
      case "int", "double", "boolean" -> javaType;
      default -> "string";
    };
  }

  private static List<String> components(Class<?> record) {
    return Arrays.stream(record.getRecordComponents()).map(RecordComponent::getName).toList();
  }

  private static String[] names(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).toArray(String[]::new);
  }
}
