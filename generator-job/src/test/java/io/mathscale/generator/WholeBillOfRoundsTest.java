package io.mathscale.generator;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.command.ExitCode;
import io.mathscale.core.command.JobCommandLine;
import io.mathscale.core.data.GeneratedPair;
import io.mathscale.core.data.QuestionType;
import io.mathscale.core.testing.SparkExtension;
import io.mathscale.core.workspace.Tables;
import io.mathscale.core.workspace.Workspace;
import io.mathscale.generator.replies.ScriptedAnswers;
import io.mathscale.teacher.Teacher;
import io.mathscale.teacher.TeacherOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class WholeBillOfRoundsTest {
  private static final int PAIRS = 8;

  @TempDir private Path folder;

  @Test
  void tellsWhatAllRoundsOfValidateTakeFromASampleOfEachModel(SparkSession spark)
      throws IOException {
    Workspace workspace = Workspace.at(spark, folder.resolve("w").toString());
    new ComposedWorkspace(spark, workspace)
        .write(
            Tables.PAIRS, IntStream.range(0, PAIRS).mapToObj(WholeBillOfRoundsTest::pair).toList());
    try (Teacher teacher = Teacher.start(TeacherOptions.defaults())) {
      String told = told(teacher, ExitCode.DONE, "validate", "--estimate", "--sample", "2");

      assertThat(teacher.stats().requests()).as("two of each model").isEqualTo(4);
      assertThat(told)
          .contains("validate-one: 6 calls to make; 2 of 8 have ended")
          .contains("validate-two: 6 calls to make; 2 of 8 have ended")
          .containsPattern(
              "validate: all rounds take 2\\d calls and \\$0\\.\\d{4}, if 70 % of the answers are"
                  + " right, .* \\(an assumption\\); at most 40 calls \\(validate.max-solutions\\)"
                  + " and \\$0\\.\\d{4}\n");
    }
  }

  @Test
  void judgesAreInTheBill(SparkSession spark) throws IOException {
    Workspace workspace = Workspace.at(spark, folder.resolve("w").toString());
    new ComposedWorkspace(spark, workspace)
        .write(
            Tables.PAIRS, IntStream.range(0, PAIRS).mapToObj(WholeBillOfRoundsTest::pair).toList());
    try (Teacher teacher = Teacher.start(TeacherOptions.defaults())) {
      String[] judged = {
        "validate",
        "--estimate",
        "--set",
        "validate.rule=fixed",
        "--set",
        "validate.judged=true",
        "--set",
        "judge.check=3",
        "--set",
        "judge.max-tokens=1000",
        "--set",
        "judge.models=[{ name = j, price { input = 0, output = 1000 } }]"
      };

      // A judgement may cost a dollar; that of each pair is in the most, and three are expected.
      assertThat(told(teacher, ExitCode.DONE, judged))
          .containsPattern(
              "validate: all rounds take 43 calls and \\$3\\.\\d{4} with the longest answers, .*; judges"
                  + " are asked .*; at most 48 calls \\(validate.max-solutions, and every pair"
                  + " judged\\) and \\$8\\.\\d{4}\n");
      assertThat(teacher.stats().requests()).isZero();
    }
  }

  @Test
  void saysWhatAnEstimateOfRowsNeeds(SparkSession spark) throws IOException {
    Workspace.at(spark, folder.resolve("w").toString());
    try (Teacher teacher = Teacher.start(TeacherOptions.defaults())) {
      assertThat(told(teacher, ExitCode.USAGE, "accept", "--estimate", "--set", "accept.rows=10"))
          .contains(
              "needs table compositions, which is not there: run extract, build and compose",
              "then estimate run --sample 100");
      assertThat(teacher.stats().requests()).isZero();
    }
  }

  private static GeneratedPair pair(int i) {
    return new GeneratedPair(
        "p" + i,
        "c" + i,
        0,
        List.of("t"),
        List.of("k"),
        "How much is %d + 5?".formatted(i),
        "We add 5 to %d and get $\\boxed{%d}$.".formatted(i, i + 5),
        "" + (i + 5),
        ScriptedAnswers.provenance("p" + i, "generate@1"),
        "",
        QuestionType.VALUE,
        "BOX");
  }

  private String told(Teacher teacher, ExitCode expected, String... command) throws IOException {
    Path config =
        Files.writeString(
            folder.resolve("c.conf"),
            """
            workspace = "%s"
            model { base-url = "%s", name = teacher, pool = teacher }
            model.price { input = 1, output = 2 }
            validate { max-tokens = 400, models = [{ name = one }, { name = two }] }
            """
                .formatted(folder.resolve("w"), teacher.baseUrl()));
    List<String> arguments = new ArrayList<>(List.of(command));
    arguments.addAll(List.of("--config", config.toString()));
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    PrintStream out = System.out;
    PrintStream err = System.err;
    PrintStream both = new PrintStream(told, true, StandardCharsets.UTF_8);
    System.setOut(both);
    System.setErr(both);
    try {
      assertThat(JobCommandLine.of(new GeneratorJob()).execute(arguments.toArray(String[]::new)))
          .as(told.toString(StandardCharsets.UTF_8))
          .isEqualTo(expected);
    } finally {
      System.setOut(out);
      System.setErr(err);
    }

    return told.toString(StandardCharsets.UTF_8);
  }
}
