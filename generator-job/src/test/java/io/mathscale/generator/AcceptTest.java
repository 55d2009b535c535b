package io.mathscale.generator;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.command.ExitCode;
import io.mathscale.core.data.Forecast;
import io.mathscale.core.data.QaPair;
import io.mathscale.core.data.Round;
import io.mathscale.core.testing.Said;
import io.mathscale.core.testing.SparkExtension;
import io.mathscale.core.workspace.Tables;
import io.mathscale.teacher.Fault;
import io.mathscale.teacher.Teacher;
import io.mathscale.teacher.TeacherOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class AcceptTest {
  private static final int COMPOSITIONS = 900;
  private static final int ROWS = 400;
  private static final int SAMPLE = 300;

  /** Three of ten answers are of no use. */
  private static final TeacherOptions SEVEN_OF_TEN =
      TeacherOptions.defaults().withFault(Fault.REFUSAL, 0.3);

  @TempDir private static Path shared;
  @TempDir private Path folder;
  private SparkSession spark;

  @BeforeEach
  void take(SparkSession session) {
    spark = session;
  }

  @Tag("slow")
  @Test
  void comesToTheRowsThatAreWantedAtAnyPartitionCount() throws IOException {
    spark.conf().set("spark.sql.shuffle.partitions", 7);
    try (Teacher teacher = Teacher.start(SEVEN_OF_TEN)) {
      ComposedWorkspace seven = workspace("seven");
      accepted(teacher, "seven");

      List<Round> rounds = seven.rounds();
      Round last = rounds.get(rounds.size() - 1);
      long accepted = rounds.stream().mapToLong(Round::accepted).sum();
      assertThat(rounds).hasSizeBetween(2, 4).allMatch(Round::isEnded);
      assertThat(accepted).isBetween((long) ROWS, ROWS + last.compositions());
      assertThat(seven.generated()).hasSize((int) accepted);
      assertThat(rounds.get(0).compositions()).isEqualTo(SAMPLE);
      assertThat(rounds.get(0).forecast().compositions().expected())
          .isCloseTo((double) sum(rounds, Round::compositions), Percentage.withPercentage(10));
      assertThat(sum(rounds, Round::asked)).isEqualTo(teacher.stats().requests());
      assertThat(sum(rounds, Round::calls)).isEqualTo(teacher.stats().requests());
      for (Round round : rounds) {
        assertThat(round.accepted() + round.rejected().stream().mapToLong(r -> r.rows()).sum())
            .isEqualTo(round.asked());
      }
    } finally {
      spark.conf().set("spark.sql.shuffle.partitions", 2);
    }

    // Whose first round is an estimate of two partitions.
    try (Teacher other = Teacher.start(SEVEN_OF_TEN)) {
      ComposedWorkspace two = estimated("two");
      Forecast forecast = two.rounds().get(0).forecast();
      assertThat(forecast.rows()).isEqualTo(ROWS);

      accepted(other, "two");

      ComposedWorkspace seven = ComposedWorkspace.at(spark, folder.resolve("seven"));
      List<Round> rounds = two.rounds();
      double cost = rounds.stream().mapToDouble(r -> r.cost().doubleValue()).sum();
      assertThat(cost).isBetween(forecast.cost().low(), forecast.cost().high());
      assertThat(other.stats().requests()).isEqualTo(sum(rounds, Round::asked) - SAMPLE);
      assertThat(two.generated()).containsExactlyInAnyOrderElementsOf(seven.generated());
      assertThat(lasts(rounds)).isEqualTo(lasts(seven.rounds()));
    }
  }

  @Tag("slow")
  @Test
  void goesOnToTheSameRowsWhereverItWasStopped() throws IOException {
    try (Teacher teacher = Teacher.start(SEVEN_OF_TEN)) {
      ComposedWorkspace workspace = estimated("w");
      assertThat(said(teacher, "w", ExitCode.BUDGET, "--set", "calls.budget=0.15"))
          .contains("accept: round 2 takes ");
      assertThat(workspace.rounds()).extracting(Round::isEnded).containsExactly(true, false);
      assertThat(said(teacher, "w", ExitCode.DONE))
          .contains("accept: round 2, of ", " was begun and has not ended: it goes on");
      List<QaPair> rows = workspace.generated();
      List<Round> rounds = workspace.rounds();
      long asked = sum(rounds, Round::asked) - SAMPLE;
      assertThat(teacher.stats().repeatedPrompts()).isZero();
      assertThat(teacher.stats().requests()).isEqualTo(asked);

      // Killed when refine had written and the round was not counted yet, and when it was asking
      // and the journal held all answers.
      for (List<String> lost :
          List.of(List.<String>of(), List.of("mathscaleqa", "duplicates", "pairs"))) {
        reopenTheLast(workspace, rounds);
        lost.forEach(table -> remove(workspace, table));

        accepted(teacher, "w");

        assertThat(workspace.generated()).containsExactlyInAnyOrderElementsOf(rows);
        assertThat(workspace.rounds())
            .usingRecursiveComparison()
            .ignoringFields("costBefore")
            .isEqualTo(rounds);
        assertThat(teacher.stats().requests()).isEqualTo(asked);
      }
    }
  }

  @Tag("slow")
  @Test
  void saysWhatToRaiseWhereCompositionsEnd() throws IOException {
    try (Teacher teacher = Teacher.start(SEVEN_OF_TEN)) {
      ComposedWorkspace workspace = estimated("w");

      assertThat(said(teacher, "w", ExitCode.DONE, "--set", "accept.rows=800"))
          .contains("rows accepted of 800 after round", "raise compose.target");

      assertThat(sum(workspace.rounds(), Round::compositions)).isEqualTo(COMPOSITIONS);
    }
  }

  @Tag("slow")
  @Test
  void spendsASumAndNoMore() throws IOException {
    try (Teacher teacher = Teacher.start(SEVEN_OF_TEN)) {
      ComposedWorkspace workspace = estimated("w");

      assertThat(
              said(
                  teacher,
                  "w",
                  ExitCode.DONE,
                  "--set",
                  "accept.rows=0",
                  "--set",
                  "accept.dollars=0.2"))
          .contains("of accept.dollars are left");

      double cost = workspace.rounds().stream().mapToDouble(r -> r.cost().doubleValue()).sum();
      assertThat(cost).isBetween(0.19, 0.2);

      // Other compositions have no rounds, and what stands is not made of them.
      long asked = teacher.stats().requests();
      ComposedWorkspace.in(spark, folder.resolve("w"), COMPOSITIONS / 2);
      assertThat(
              said(
                  teacher,
                  "w",
                  ExitCode.BUDGET,
                  "--set",
                  "accept.rows=0",
                  "--set",
                  "accept.dollars=0.1"))
          .contains("accept: no round can begin for these compositions: accept.dollars must leave");
      assertThat(teacher.stats().requests()).isEqualTo(asked);
    }
  }

  @Tag("slow")
  @Test
  void stopsWhereNothingIsAccepted() throws IOException {
    try (Teacher teacher = Teacher.start(TeacherOptions.defaults())) {
      workspace("w");

      assertThat(
              said(
                  teacher,
                  "w",
                  ExitCode.TOO_MANY_FAILURES,
                  "--set",
                  "refine.min-solution-chars=100000",
                  "--set",
                  "refine.quality.max-solution-chars=100000",
                  "--set",
                  "accept.sample=20"))
          .contains("0 rows accepted of 400 after round 1: of 20 prompts not one");
      assertThat(teacher.stats().requests()).isEqualTo(20);
    }
  }

  private void accepted(Teacher teacher, String name) throws IOException {
    said(teacher, name, ExitCode.DONE);
  }

  private static long sum(List<Round> rounds, ToLongFunction<Round> of) {
    return rounds.stream().mapToLong(of).sum();
  }

  private static List<Long> lasts(List<Round> rounds) {
    return rounds.stream().map(Round::last).toList();
  }

  /** As it is before the last round has been counted. */
  private static void reopenTheLast(ComposedWorkspace workspace, List<Round> rounds) {
    List<Round> open = new ArrayList<>(rounds);
    Round last = open.remove(open.size() - 1);
    open.add(
        Round.begun(
            last.round(),
            last.last(),
            last.compositions(),
            last.of(),
            last.callsBefore(),
            last.costBefore()));
    workspace.write(Tables.ROUNDS, open);
  }

  private static void remove(ComposedWorkspace workspace, String table) {
    try (Stream<Path> files = Files.list(Path.of(workspace.workspace().path(table).toUri()))) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String said(Teacher teacher, String name, ExitCode expected, String... options)
      throws IOException {
    Path config =
        Files.writeString(
            folder.resolve("c.conf"),
            """
            workspace = "%s"
            model { base-url = "%s", name = teacher, pool = teacher }
            model.price { input = 1, output = 2 }
            accept { rows = %d, sample = %d }
            """
                .formatted(folder.resolve(name), teacher.baseUrl(), ROWS, SAMPLE));
    List<String> arguments = new ArrayList<>(List.of("accept", "--config", config.toString()));
    arguments.addAll(List.of(options));
    return Said.by(new GeneratorJob(), expected, arguments.toArray(String[]::new));
  }

  /** A copy of a workspace whose first round has ended: an estimate, which is made once. */
  private ComposedWorkspace estimated(String name) throws IOException {
    Path estimate = shared.resolve("estimate");
    if (!Files.exists(estimate)) {
      try (Teacher teacher = Teacher.start(SEVEN_OF_TEN)) {
        workspace("estimate");
        said(teacher, "estimate", ExitCode.DONE, "--estimate", "--sample", "" + SAMPLE);
        assertThat(teacher.stats().requests()).isEqualTo(SAMPLE);
      }

      Files.move(folder.resolve("estimate"), estimate);
    }

    copy(estimate, folder.resolve(name));
    return ComposedWorkspace.at(spark, folder.resolve(name));
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }

  private ComposedWorkspace workspace(String name) {
    return ComposedWorkspace.in(spark, folder.resolve(name), COMPOSITIONS);
  }
}
