package io.mathscale.generator;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.command.ExitCode;
import io.mathscale.core.command.JobCommandLine;
import io.mathscale.core.data.PassRate;
import io.mathscale.core.data.Rejected;
import io.mathscale.core.data.RejectionReason;
import io.mathscale.core.data.Solution;
import io.mathscale.core.testing.SparkExtension;
import io.mathscale.core.workspace.Tables;
import io.mathscale.core.workspace.Workspace;
import io.mathscale.generator.solve.PassRateModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
@ExtendWith(SparkExtension.class)
class SolveTest {
  /** Of each pass rate, in percent, so many questions. */
  private static final int[] PERCENT = {0, 40, 70, 100};

  private static final int QUESTIONS = 6;

  /** Few: there may be as many rounds as tries after the first that are wanted. */
  private static final int MOST_TRIES = 6;

  @TempDir private Path folder;
  private SparkSession spark;
  private PassRateModel model;

  @BeforeEach
  void writeQuestions(SparkSession session) throws IOException {
    spark = session;
    model = PassRateModel.start();
    List<String> lines = new ArrayList<>();
    for (int percent : PERCENT) {
      for (int i = 1; i <= QUESTIONS; i++) {
        int number = 1_000 * percent + i;
        lines.add(line(PassRateModel.question(number, percent), 2 * number));
      }
    }

    lines.add(
        "{\"question\": \"Prove that 2 is even.\", \"answer\": \"\", \"solution\": \"It is.\"}");
    Files.write(folder.resolve("questions.jsonl"), lines);
  }

  @AfterEach
  void closeModel() {
    model.close();
  }

  @Test
  void solvesEachQuestionAsOftenAsWantedAndListsThoseNeverSolved() throws IOException {
    assertThat(solve("u", "")).isEqualTo(ExitCode.DONE);

    List<Solution> solved = rows("u");
    List<PassRate> rates = workspace("u").read(Tables.PASS_RATES).collectAsList();
    List<Rejected> rejected = workspace("u").read(Tables.rejectedBy("solve")).collectAsList();
    assertThat(rates).hasSize(PERCENT.length * QUESTIONS);
    for (PassRate rate : rates) {
      assertThat(rate.kept()).isEqualTo(Math.min(rate.right(), 4));
      assertThat(rate.tries()).isLessThanOrEqualTo(MOST_TRIES);
      assertThat(rate.right() == 4 || rate.tries() == MOST_TRIES).isTrue();
      double expected =
          rate.right() == 4 ? 3.0 / (rate.tries() - 1) : (double) rate.right() / rate.tries();
      assertThat(rate.passRate()).isEqualTo(expected);
    }

    assertThat(solved).allMatch(one -> one.solution().contains("\\boxed{" + one.answer() + "}"));
    assertThat(solved.stream().filter(one -> one.text().contains("solved by 100")))
        .hasSize(4 * QUESTIONS)
        .allMatch(one -> one.passRate() == 1 && one.tries() == 4);
    assertThat(rejected)
        .filteredOn(one -> one.reason() == RejectionReason.UNSOLVED)
        .hasSize(QUESTIONS)
        .allMatch(one -> one.content().contains("solved by 0 of"))
        .allMatch(one -> one.detail().startsWith("a question must be solved once in 6 tries"));
    assertThat(rejected)
        .filteredOn(one -> one.reason() == RejectionReason.NO_ANSWER)
        .singleElement()
        .matches(one -> one.content().startsWith("Prove that"));

    int requests = model.requests();
    assertThat(solve("u", "")).isEqualTo(ExitCode.DONE);
    assertThat(model.requests()).as("asked anew").isEqualTo(requests);
    assertThat(rows("u")).isEqualTo(solved);
  }

  @Test
  void keepsMoreSolutionsOfWhatFailsMoreOftenAtAnyPartitionCount() throws IOException {
    String mode = "solve { mode = prop2diff, right = 6, pilot = 6, max-tries = 12 }";
    assertThat(solve("p", mode)).isEqualTo(ExitCode.DONE);

    List<Solution> solved = rows("p");
    Map<String, Long> kept =
        solved.stream()
            .collect(
                Collectors.groupingBy(
                    one -> one.text().replaceAll(".*by (\\d+) of.*", "$1"), Collectors.counting()));
    assertThat(kept.get("100")).isEqualTo(QUESTIONS);
    // The pilot of six finds failure rates of 0.6 and 0.3, about, so 3.6 and 1.8 are wanted.
    assertThat(kept.get("40")).isBetween(13L, 30L);
    assertThat(kept.get("70")).isBetween(7L, 15L);

    String before = spark.conf().get("spark.sql.shuffle.partitions");
    spark.conf().set("spark.sql.shuffle.partitions", "7");
    try {
      assertThat(solve("q", mode)).isEqualTo(ExitCode.DONE);
    } finally {
      spark.conf().set("spark.sql.shuffle.partitions", before);
    }

    assertThat(rows("q").stream().map(SolveTest::text).toList())
        .isEqualTo(solved.stream().map(SolveTest::text).toList());
  }

  @Test
  void goesOnWhereOneQuestionFailsEachTime() throws IOException {
    List<String> lines = new ArrayList<>();
    for (int number = 1; number <= 39; number++) {
      lines.add(line(PassRateModel.question(number, 100), 2 * number));
    }

    lines.add(line("What is filtered each time?", 7));
    Files.write(folder.resolve("questions.jsonl"), lines);

    assertThat(solve("f", "")).isEqualTo(ExitCode.DONE);

    assertThat(rows("f")).hasSize(4 * 39);
    assertThat(workspace("f").read(Tables.PASS_RATES).where("unanswered > 0").collectAsList())
        .singleElement()
        .matches(rate -> rate.unanswered() == MOST_TRIES && rate.tries() == 0);

    // Rounds after the first are that question alone, and each of its calls counts once.
    assertThat(solve("g", "calls.max-failure-ratio = 0.035")).isEqualTo(ExitCode.TOO_MANY_FAILURES);
    assertThat(model.requests()).isEqualTo(2 * 160 + 2 + 2);
  }

  private static String line(String question, int answer) {
    return "{\"question\": \"%s\", \"answer\": \"%d\"}".formatted(question, answer);
  }

  @Test
  void keepsTheTriesOfEachModelApart() throws IOException {
    assertThat(
            solve(
                "m",
                "solve { right = 2, max-tries = 3, models = [{ name = one }, { name = two }] }"))
        .isEqualTo(ExitCode.DONE);

    assertThat(workspace("m").stagesThatAsked()).contains("solve-one", "solve-two");
    assertThat(rows("m").stream().filter(one -> one.text().contains("solved by 100")))
        .hasSize(2 * 2 * QUESTIONS);
    assertThat(workspace("m").read(Tables.PASS_RATES).groupBy("model").count().collectAsList())
        .extracting(row -> row.getString(0) + " " + row.getLong(1))
        .containsExactlyInAnyOrder("one 24", "two 24");
    assertThat(workspace("m").read(Tables.rejectedBy("solve")).collectAsList())
        .filteredOn(one -> one.reason() == RejectionReason.UNSOLVED)
        .filteredOn(one -> one.content().contains("solved by 0 of"))
        .hasSize(2 * QUESTIONS);
  }

  private static String text(Solution row) {
    return "%s %s %s %s".formatted(row.id(), row.solution(), row.passRate(), row.tries());
  }

  private Workspace workspace(String name) {
    return Workspace.at(spark, folder.resolve(name).toString());
  }

  private List<Solution> rows(String workspace) {
    List<Solution> rows =
        new ArrayList<>(
            workspace(workspace).read(Tables.SOLVED).orderBy(col("id")).collectAsList());
    rows.sort(Comparator.comparing(Solution::id));
    return rows;
  }

  private ExitCode solve(String workspace, String settings) throws IOException {
    Path config =
        Files.writeString(
            folder.resolve(workspace + ".conf"),
            """
            workspace = "%s"
            model { base-url = "%s", name = solver, pool = p }
            solve { path = "%s", max-tries = %d }
            %s
            """
                .formatted(
                    folder.resolve(workspace),
                    model.baseUrl(),
                    folder.resolve("questions.jsonl"),
                    MOST_TRIES,
                    settings));
    return JobCommandLine.of(new GeneratorJob()).execute("solve", "--config", config.toString());
  }
}
