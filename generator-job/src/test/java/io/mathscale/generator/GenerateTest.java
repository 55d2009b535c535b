package io.mathscale.generator;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.command.ExitCode;
import io.mathscale.core.command.JobCommandLine;
import io.mathscale.core.data.Composition;
import io.mathscale.core.data.ExtractedConcepts;
import io.mathscale.core.data.Prompt;
import io.mathscale.core.data.Provenance;
import io.mathscale.core.data.SeedQuestion;
import io.mathscale.core.data.Solution;
import io.mathscale.core.testing.Said;
import io.mathscale.core.testing.SparkExtension;
import io.mathscale.core.workspace.Manifest;
import io.mathscale.core.workspace.Table;
import io.mathscale.core.workspace.Tables;
import io.mathscale.core.workspace.Workspace;
import io.mathscale.core.workspace.WriteMetadata;
import io.mathscale.teacher.Fault;
import io.mathscale.teacher.Teacher;
import io.mathscale.teacher.TeacherOptions;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class GenerateTest {
  /** More answers than are awaited before they are judged. */
  private static final int MANY = 300;

  @TempDir private Path folder;
  private SparkSession spark;
  private Workspace workspace;

  @BeforeEach
  void writeCompositions(SparkSession session) {
    spark = session;
    workspace = Workspace.at(session, folder.resolve("w").toString());
    writeSeeds("a", "b");
    write(
        Tables.COMPOSITIONS,
        List.of(
            composition("1", "a"),
            composition("2", "b", "a"),
            composition("3", "b"),
            composition("4")),
        Tables.CONCEPTS);
  }

  @Test
  void saysNothingOfCompositionsMadeFromTheConceptsThatStand() throws IOException {
    assertThat(said(ExitCode.DONE))
        .doesNotContain("stale")
        .doesNotContain("prompts have no example");
  }

  @Test
  void saysHowManyPromptsHaveNoExampleSinceTheSeedsWereReplaced() throws IOException {
    writeSeeds("b", "c");

    assertThat(said(ExitCode.DONE))
        .contains("table compositions is stale: concepts was replaced after it was made")
        .contains("generate: 2 of 8 prompts have no example: the seeds that their compositions");
    assertThat(said(ExitCode.USAGE, "--strict"))
        .contains("table compositions must be made from the tables that stand (--strict)");
  }

  @Test
  void showsSolutionsThatSolveFoundUntilTheirSeedsAreReplaced() throws IOException {
    write(
        Tables.SOLVED,
        List.of(
            new Solution(
                "a-0",
                "a",
                "set",
                "a?",
                "1",
                "A solution that solve has found.",
                "",
                "m",
                0,
                "1",
                "",
                1.0,
                2,
                "",
                "",
                "",
                new Provenance("", "", "m", 0, 0, BigDecimal.ZERO))),
        Tables.SEEDS);

    said(ExitCode.DONE);
    assertThat(promptsWithFoundSolution()).isEqualTo(2 * 2);

    writeSeeds("a", "b");
    said(ExitCode.DONE);
    assertThat(promptsWithFoundSolution()).isZero();
  }

  private long promptsWithFoundSolution() {
    Table<Prompt> prompts = new Table<>("prompts/generate", Prompt.ENCODER, 1, "generate");
    return workspace.read(prompts).collectAsList().stream()
        .filter(prompt -> prompt.messages().toString().contains("that solve has found"))
        .count();
  }

  @Tag("slow")
  @Test
  void stopsWhereTheTeacherRefusesAndAsksAgainWhenItDoesNot() throws IOException {
    List<Composition> compositions =
        IntStream.range(0, MANY)
            .mapToObj(
                i ->
                    new Composition(
                        "c" + i, 0, List.of("Arithmetic"), List.of("Addition " + i), List.of("a")))
            .toList();
    write(Tables.COMPOSITIONS, compositions, Tables.CONCEPTS);

    try (Teacher teacher = Teacher.start(TeacherOptions.defaults().withFault(Fault.REFUSAL, 1))) {
      assertThat(generated(teacher)).isEqualTo(ExitCode.TOO_MANY_FAILURES);
      assertThat(workspace.has(Tables.PAIRS)).isFalse();
    }

    try (Teacher teacher = Teacher.start(TeacherOptions.defaults())) {
      assertThat(generated(teacher, "--retry-rejected")).isEqualTo(ExitCode.DONE);
      assertThat(workspace.rows(Tables.PAIRS)).isEqualTo(MANY);
      assertThat(teacher.stats().requests()).isEqualTo(MANY);
    }
  }

  private ExitCode generated(Teacher teacher, String... options) throws IOException {
    Path config =
        Files.writeString(
            folder.resolve("m.conf"),
            """
            workspace = "%s"
            model { base-url = "%s", name = teacher, pool = teacher }
            """
                .formatted(folder.resolve("w"), teacher.baseUrl()));
    List<String> arguments = new ArrayList<>(List.of("generate"));
    arguments.addAll(List.of(options));
    arguments.addAll(List.of("--config", config.toString()));
    return JobCommandLine.of(new GeneratorJob()).execute(arguments.toArray(String[]::new));
  }

  private String said(ExitCode expected, String... options) throws IOException {
    Path config =
        Files.writeString(
            folder.resolve("c.conf"),
            "workspace = \"%s\"%ngenerate.samples = 2%n".formatted(folder.resolve("w")));
    List<String> arguments = new ArrayList<>(List.of("generate", "--dry-run"));
    arguments.addAll(List.of(options));
    arguments.addAll(List.of("--config", config.toString()));
    return Said.by(new GeneratorJob(), expected, arguments.toArray(String[]::new));
  }

  private void writeSeeds(String... ids) {
    write(
        Tables.SEEDS,
        Stream.of(ids).map(id -> new SeedQuestion(id, "set", id + "?", "1", "")).toList());
    write(Tables.CONCEPTS, List.<ExtractedConcepts>of(), Tables.SEEDS);
  }

  private <T> void write(Table<T> table, List<T> rows, Table<?>... inputs) {
    workspace.write(
        table,
        spark.createDataset(rows, table.encoder()),
        new WriteMetadata(Instant.EPOCH, new TreeMap<>(), List.of(inputs), Manifest.Calls.NONE));
  }

  private static Composition composition(String id, String... examples) {
    return new Composition(id, 0, List.of("topic"), List.of("point"), List.of(examples));
  }
}
