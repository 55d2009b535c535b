package io.mathscale.generator;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.command.ExitCode;
import io.mathscale.core.testing.Said;
import io.mathscale.core.testing.SparkExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with any command of a run is told before the first has done anything. */
@ExtendWith(SparkExtension.class)
class ToldFirstTest {
  @TempDir private Path folder;

  @BeforeEach
  void write(SparkSession session) throws IOException {
    assertThat(session.sparkContext().isStopped()).isFalse();
    Files.writeString(
        folder.resolve("seeds.jsonl"), "{\"question\": \"1 + 1 = ?\", \"answer\": \"2\"}\n");
    Files.writeString(folder.resolve("odd.jsonl"), "{\"question\": \"a\"}\n{\"x\": 1}\n");
    Files.writeString(folder.resolve("deaf.txt"), "[user]\nNo question.\n");
    Files.writeString(folder.resolve("bare.txt"), "{{question}}\n");
    Files.writeString(folder.resolve("greedy.txt"), "[user]\n{{question}} {{hint}}\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "seeds.path = none.jsonl | seeds.path must name a file, folder or glob",
        "seeds.fields.question = x.y | seeds.fields.question must name a field that a row has",
        "benchmark.path = none.jsonl | benchmark.path must name a file, folder or glob",
        "refine.decontaminate.against = none.jsonl | refine.decontaminate.against must name a file",
        "refine.decontaminate.against = odd.jsonl"
            + " | refine.decontaminate.against must have a question in every row: 1 rows have none",
        "build.concepts = seeds.jsonl | build.concepts must be empty where extract asks",
        "export.where = \"level >\" | export.where must suit",
        "export.balance.by = level | export.balance.by must suit",
        "export.prompt = none.txt | export.prompt must be a bundled name or a file",
        "export.prompt = deaf.txt | export.prompt must be one message that names {{question}} once",
        "validate.models = [], refine.min-agreement = 0.5"
            + " | validate.models must name at least one model where refine.min-agreement is 0.5,"
            + " which rejects every row that was never validated: []",
        "validate.judged = false, generate.final-answer = none, refine.min-agreement = 0.5"
            + " | refine.min-agreement must be 0 where generate.final-answer is none and"
            + " validate.judged is false",
        "validate.prompt = deaf.txt | validate.prompt must have the gap question",
        "validate.prompt = bare.txt | validate.prompt must begin with a line [system] or [user]: bare",
        "judge.prompt = deaf.txt | judge.prompt must have the gap question",
        "judge.prompt = greedy.txt"
            + " | judge.prompt must have no gaps but mark, question, references, solution"
      })
  void isToldFirst(String setting, String told) throws IOException {
    String inFolder = setting.replaceAll("= (\\w+\\.(jsonl|txt))", "= \"" + folder + "/$1\"");
    Path config =
        Files.writeString(
            folder.resolve("c.conf"),
            """
            workspace = "%s/w"
            seeds.path = "%s/seeds.jsonl"
            seeds.decontaminate = false
            model { base-url = "http://127.0.0.1:9/v1", name = teacher }
            validate { models = [{ name = solver }], judged = true }
            judge.models = [{ name = judge }]
            refine.decontaminate.against = "%s/seeds.jsonl"
            %s
            """
                .formatted(
                    folder,
                    folder,
                    folder,
                    inFolder.replaceFirst(
                        "^benchmark",
                        "seeds.decontaminate = true, refine.decontaminate.against = [], benchmark")));

    String said =
        Said.by(
            new GeneratorJob(),
            ExitCode.USAGE,
            "extract",
            "accept",
            "export",
            "--config",
            config.toString());

    assertThat(said).startsWith("mathscale: " + told);
    assertThat(folder.resolve("w")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "refine.min-agreement = 0.5 | table validations must stand in",
        "generate.prompt = absent.txt | generate.prompt must be a bundled name or a file"
      })
  void refineAloneIsToldFirst(String setting, String told) throws IOException {
    Path config =
        Files.writeString(
            folder.resolve("c.conf"), "workspace = \"%s/w\"\n%s\n".formatted(folder, setting));

    assertThat(Said.by(new GeneratorJob(), ExitCode.USAGE, "refine", "--config", config.toString()))
        .startsWith("mathscale: " + told);
  }

  @Test
  void acceptReadsTheBenchmarkBeforeItAsks() throws IOException {
    Path config =
        Files.writeString(
            folder.resolve("c.conf"),
            """
            workspace = "%s/w"
            benchmark.path = "%s/odd.jsonl"
            model { base-url = "http://127.0.0.1:9/v1", name = teacher }
            """
                .formatted(folder, folder));

    assertThat(Said.by(new GeneratorJob(), ExitCode.USAGE, "accept", "--config", config.toString()))
        .startsWith("mathscale: benchmark.path must have a question in every row: 1 rows");
  }
}
