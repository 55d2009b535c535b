package io.mathscale.core.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mathscale.core.config.ConfigException;
import io.mathscale.core.config.Settings;
import io.mathscale.core.data.Answer;
import io.mathscale.core.data.CallFailure;
import io.mathscale.core.data.Completion;
import io.mathscale.core.data.Prompt;
import io.mathscale.core.data.SeedQuestion;
import io.mathscale.core.encoder.RecordEncoders;
import io.mathscale.core.testing.SparkExtension;
import io.mathscale.core.workspace.Manifest;
import io.mathscale.core.workspace.Table;
import io.mathscale.core.workspace.TableCatalog;
import io.mathscale.core.workspace.Tables;
import io.mathscale.core.workspace.Workspace;
import io.mathscale.core.workspace.WriteMetadata;
import java.io.StringWriter;
import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@ExtendWith(SparkExtension.class)
class CatTest {
  @TempDir private Path folder;
  private SparkSession spark;
  private Workspace workspace;
  private TableCatalog catalog;

  /** Types of columns that no table has as yet. */
  public record OtherTypes(
      Instant instant, LocalDate date, float single, BigDecimal decimal, List<Double> doubles) {}

  @BeforeEach
  void open(SparkSession session) {
    spark = session;
    workspace = Workspace.at(session, folder.toString());
    catalog = TableCatalog.at(new Configuration(), folder.toString());
  }

  @Test
  void printsEveryTableAsSparkDoes() throws ReflectiveOperationException {
    List<Table<?>> tables = new ArrayList<>();
    for (Field field : Tables.class.getFields()) {
      if (field.getType() == Table.class) {
        tables.add((Table<?>) field.get(null));
      }
    }

    tables.add(Tables.rejectedBy("extract"));
    tables.add(table("prompts/x", Prompt.ENCODER));
    tables.add(table("calls/x/completions", Completion.ENCODER));
    tables.add(table("calls/x/failures", CallFailure.ENCODER));
    for (Table<?> table : tables) {
      assertSameAsSpark(table);
    }
  }

  @Test
  void printsOtherTypesAsSparkDoes() {
    assertSameAsSpark(table("other", RecordEncoders.of(OtherTypes.class)));
  }

  @Test
  void keepsNulls() {
    Completion completion = new SampleRows().of(Completion.class, 1).get(0);
    write(table("answers", Answer.ENCODER), List.of(new Answer("a", 0, completion, null)));

    assertThat(printed("answers"))
        .contains("\"failure\":null")
        .isEqualTo(printedBySpark("answers"));
  }

  @Test
  void printsTheRowsInTheOrderOfTheManifest() {
    write(Tables.SEEDS, seeds("a", "b", "c", "d"));
    List<String> files = catalog.manifest("seeds").orElseThrow().files();

    assertThat(files).hasSize(2);
    assertThat(printed("seeds", "--columns", "id"))
        .isEqualTo("{\"id\":\"a\"}\n{\"id\":\"b\"}\n{\"id\":\"c\"}\n{\"id\":\"d\"}\n");
  }

  @Test
  void printsSomeRowsAndColumns() {
    write(Tables.SEEDS, seeds("a", "b", "c", "d"));

    assertThat(printed("seeds", "--columns", "question,ID", "--limit", "3"))
        .isEqualTo(
            """
            {"question":"question a","ID":"a"}
            {"question":"question b","ID":"b"}
            {"question":"question c","ID":"c"}
            """);
    assertThat(printed("seeds", "--columns", "question,ID", "--limit", "1"))
        .isEqualTo(printedBySpark("seeds", "--columns", "question,ID", "--limit", "1"));
    assertThat(printed("seeds", "--limit", "0")).isEmpty();
    assertThat(printedBySpark("seeds", "--limit", "0")).isEmpty();
    assertThat(printed("seeds", "--columns", "ID, question", "--limit", "1"))
        .isEqualTo(printed("seeds", "--columns", "ID,question", "--limit", "1"));
  }

  @Test
  void countsByTheManifest() {
    write(Tables.SEEDS, seeds("a", "b", "c", "d"));

    assertThat(printed("seeds", "--count")).isEqualTo("4\n");
    assertThat(printed("seeds", "--count", "--limit", "3")).isEqualTo("3\n");
  }

  @Test
  void printsTheTablesOfAFolderAsOne() {
    write(Tables.rejectedBy("extract"), 2);
    write(Tables.rejectedBy("refine"), 3);

    assertThat(printed("rejected").lines()).hasSize(5);
    assertThat(printed("rejected").lines())
        .containsExactlyInAnyOrderElementsOf(printedBySpark("rejected").lines().toList());
    assertThat(printed("rejected", "--count")).isEqualTo("5\n");
    assertThat(printed("rejected", "--limit", "4").lines()).hasSize(4);
  }

  @Test
  void tablesOfAFolderMustHaveTheSameColumns() {
    write(table("calls/x/completions", Completion.ENCODER), List.of());
    write(table("calls/x/failures", CallFailure.ENCODER), List.of());

    assertThatThrownBy(() -> printed("calls"))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith("tables below calls must have the same columns to be read as one:");
  }

  @Test
  void aConditionNeedsSpark() {
    write(Tables.SEEDS, seeds("a", "b"));

    assertThat(cat(new StringWriter(), "seeds", "--where", "id = 'b'").withoutSpark()).isEmpty();
    assertThat(printedBySpark("seeds", "--where", "id = 'b'", "--columns", "id"))
        .isEqualTo("{\"id\":\"b\"}\n");
  }

  @Test
  void aColumnWithinAColumnNeedsSpark() {
    write(Tables.PAIRS, 1);

    assertThat(cat(new StringWriter(), "pairs", "--columns", "provenance.sample").withoutSpark())
        .isEmpty();
    assertThat(printedBySpark("pairs", "--columns", "provenance.model")).contains("\"model\":");
  }

  @Test
  void namesTheColumnsWhereOneIsNotThere() {
    write(Tables.SEEDS, seeds("a"));

    assertThatThrownBy(() -> printed("seeds", "--columns", "id,quesion"))
        .isInstanceOf(ConfigException.class)
        .hasMessage(
            "--columns must be columns of the table seeds"
                + " (id, dataset, question, answer, solution, source, license, otherAnswers): quesion");
    assertThatThrownBy(() -> printed("seeds", "--columns", "quesion", "--count"))
        .isInstanceOf(ConfigException.class);
  }

  @Test
  void namesTheTablesWhereOneIsNotThere() {
    write(Tables.SEEDS, seeds("a"));

    assertThatThrownBy(() -> printed("seed"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("table must be one of seeds in");
  }

  @Test
  void namesTheFolderWhereNoTableStands() {
    assertThatThrownBy(() -> printed("seeds"))
        .isInstanceOf(ConfigException.class)
        .hasMessage(
            "workspace must be a folder in which tables stand: there are none in file:" + folder);
  }

  @Test
  void aConditionThatDoesNotFitIsToldInOneLine() {
    write(Tables.SEEDS, seeds("a", "b"));

    for (String condition :
        List.of("answr = '3'", "id =", "cast(question as int) = 3", "1 / (length(id) - 1) > 0")) {
      assertThatThrownBy(() -> printedBySpark("seeds", "--where", condition))
          .as(condition)
          .isInstanceOf(ConfigException.class)
          .hasMessageStartingWith(
              "--where and --columns must fit the table seeds"
                  + " (id, dataset, question, answer, solution, source, license, otherAnswers): [")
          .satisfies(refused -> assertThat(refused.getMessage().lines()).hasSize(1));
    }
  }

  @Test
  void namesAreNames() {
    for (String name : List.of("", " ", "a b:c", "../seeds", "/etc", "graph/../seeds")) {
      assertThatThrownBy(() -> cat(new StringWriter(), name).check(null))
          .as(name)
          .isInstanceOf(ConfigException.class)
          .hasMessage("TABLE must be the name of a table, as status lists them: \"" + name + "\"");
    }

    for (String name : List.of("seeds", "graph/nodes", "calls/x/completions", "rejected/")) {
      assertThatCode(() -> cat(new StringWriter(), name).check(null)).doesNotThrowAnyException();
    }

    assertThatThrownBy(() -> cat(new StringWriter(), "seeds", "--columns", "").check(null))
        .isInstanceOf(ConfigException.class)
        .hasMessage("--columns must be names of columns: []");
  }

  @Test
  void aConditionIsNotEmpty() {
    assertThatThrownBy(() -> cat(new StringWriter(), "seeds", "--where", " ").check(null))
        .isInstanceOf(ConfigException.class)
        .hasMessage("--where must be a condition: \" \"");
  }

  @Test
  void aLimitIsNotNegative() {
    assertThatThrownBy(() -> cat(new StringWriter(), "seeds", "--limit", "-3").check(null))
        .isInstanceOf(ConfigException.class)
        .hasMessage("--limit must be at least 0: -3");
  }

  private void assertSameAsSpark(Table<?> table) {
    write(table, 7);

    assertThat(printed(table.name())).as(table.name()).isEqualTo(printedBySpark(table.name()));
  }

  private String printed(String... options) {
    StringWriter out = new StringWriter();
    cat(out, options).withoutSpark().orElseThrow().run(catalog);
    return out.toString();
  }

  private String printedBySpark(String... options) {
    StringWriter out = new StringWriter();
    Settings settings = Settings.parse("workspace = \"" + folder + "\"", "test", List.of());
    cat(out, options).run(new StageContext(spark, settings, workspace, Instant.EPOCH));
    return out.toString();
  }

  private static Cat cat(StringWriter out, String... options) {
    return CommandLine.populateCommand(new Cat(out), options);
  }

  @SuppressWarnings("unchecked") // an encoder knows the class of its rows
  private <R extends Record> void write(Table<?> table, int count) {
    Class<R> type = (Class<R>) table.encoder().clsTag().runtimeClass();
    write((Table<R>) table, new SampleRows().of(type, count), 1);
  }

  private <T> void write(Table<T> table, List<T> rows) {
    write(table, rows, 2);
  }

  private <T> void write(Table<T> table, List<T> rows, int files) {
    workspace.write(
        table,
        spark.createDataset(rows, table.encoder()).coalesce(files),
        new WriteMetadata(Instant.EPOCH, new TreeMap<>(), List.of(), Manifest.Calls.NONE));
  }

  private static <T> Table<T> table(String name, Encoder<T> encoder) {
    return new Table<>(name, encoder, 1, "test");
  }

  private static List<SeedQuestion> seeds(String... ids) {
    return List.of(ids).stream()
        .map(id -> new SeedQuestion(id, "set", "question " + id, "", ""))
        .toList();
  }
}
