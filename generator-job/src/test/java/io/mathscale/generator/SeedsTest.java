package io.mathscale.generator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mathscale.core.command.ExitCode;
import io.mathscale.core.command.JobCommandLine;
import io.mathscale.core.testing.SparkExtension;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class SeedsTest {
  @TempDir private Path folder;

  @BeforeEach
  void writeFiles() throws IOException {
    Files.createDirectories(folder.resolve("s"));
    Files.writeString(
        folder.resolve("s/gsm8k.jsonl"),
        """
        {"question": "What is 2 + 3?", "answer": "We add 3 to 2, which makes 5.\\n#### 5"}
        {"question": "What is 20 + 30?", "answer": "50\\n#### 50"}
        {"question": "what is $20+30$", "answer": "It is 50.\\n#### 50"}
        {"question": "What is 7 - 4?", "answer": "It is 3.\\n#### 3"}
        not json
        """);
    Files.writeString(
        folder.resolve("s/mine.csv"),
        "problem,answer\n\"%s\",9\nWhat is 2 + 3?,5\n"
            .formatted("word ".repeat(100) + "w".repeat(200)));
    Files.writeString(folder.resolve("s/empty.jsonl"), "");
    Files.writeString(
        folder.resolve("test.jsonl"), "{\"problem\": \"What is $7-4$ ?\", \"answer\": \"3\"}\n");
  }

  @Test
  void showsWhatFilesHoldAndWhatBecomesOfTheirRows(SparkSession spark) throws IOException {
    String said = run(spark, "seeds");

    assertThat(said.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    assertThat(said.lines().map(String::strip).toList())
        .contains(
            "layout     GSM8K, 4 rows",
            "seeds      3 of 5 rows (60.0 %)",
            "rejected   1 IN_BENCHMARK, such as row 4: the same question, but for",
            "rejected   1 NOT_JSON, such as row 5: a row must be JSON: Unrecognized token",
            "solutions  worked out in 1 of them (33.3 %)",
            "1  question: What is 2 + 3?",
            "solution: We add 3 to 2, which makes 5.",
            "layout     the file has no rows",
            "seeds      1 of 2 rows (50.0 %)",
            "rejected   1 DUPLICATE, such as row 3: the same question as",
            "All seeds together",
            "examples   1 of 4 seeds have a worked solution, fewer than compose.examples =",
            "equal      2 seeds differ from another in nothing but typography (groups: 1)",
            "alike      3 seeds differ from another in nothing but their numbers (groups:",
            "such as: What is 7 - 4?");
    assertThat(folder.resolve("w")).doesNotExist();
  }

  @Test
  void showsAllFieldsAndSaysWhatIsWrongWithTables(SparkSession spark) throws IOException {
    Files.delete(folder.resolve("s/gsm8k.jsonl"));
    Files.delete(folder.resolve("s/mine.csv"));
    Files.writeString(
        folder.resolve("s/a.jsonl"),
        """
        {"question": "One?", "final_answer": "1"}
        {"question": "Two?", "final_answer": "2"}
        {"question": "Three?", "answer": "3", "solution": "Count.", "source": "mine"}
        {"question": "Four?", "solution": "It is \\\\boxed{4}."}
        """);
    Files.writeString(folder.resolve("s/bars.csv"), "question|answer\nFive, or six?|5\n");
    Files.writeString(folder.resolve("s/headless.csv"), "What is 6 + 1?,7\nWhat is 7 + 1?,8\n");
    Files.writeString(folder.resolve("s/notes.zip"), "PK\u0003\u0004 and more");

    String said = run(spark, "seeds").replaceAll("\\s+", " ");

    assertThat(said)
        .contains(
            "layout no known layout, 4 rows fields question=question,"
                + " answer=final_answer or answer or solution, solution=solution, source=source")
        .contains("1 question: Five, or six? answer: 5 ")
        .contains(
            "rejected 1 NO_QUESTION, such as row 2: a row must have a question in question: the row"
                + " has What is 6 + 1?, 7; the first line of a table must name its fields")
        .contains("rejected 1 UNREADABLE_FILE: a file must hold JSON lines");
  }

  @Test
  void printsJson(SparkSession spark) throws IOException {
    JsonNode json =
        new ObjectMapper()
            .readTree(run(spark, "seeds", "--json", "--set", "seeds.decontaminate=false"));

    assertThat(json.get("seeds").asLong()).isEqualTo(5);
    assertThat(json.at("/files/1/layouts/0/layout").asText()).isEqualTo("GSM8K");
    assertThat(json.at("/files/1/questions/texts").asLong()).isEqualTo(4);
    assertThat(json.at("/files/1/first")).hasSize(3);
    assertThat(json.at("/inBenchmark/isKeptOut").asBoolean()).isFalse();
    assertThat(json.at("/inBenchmark/rows").asLong()).isEqualTo(1);
    assertThat(json.at("/inBenchmark/examples/0").asText()).isEqualTo("What is 7 - 4?");
  }

  private String run(SparkSession spark, String... arguments) throws IOException {
    Path config =
        Files.writeString(
            folder.resolve("c.conf"),
            """
            workspace = "%s"
            seeds.path = "%s"
            benchmark.path = "%s"
            """
                .formatted(folder.resolve("w"), folder.resolve("s"), folder.resolve("test.jsonl")));
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--config", config.toString()));
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream before = System.out;
    System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      assertThat(JobCommandLine.of(new GeneratorJob()).execute(all.toArray(String[]::new)))
          .isEqualTo(ExitCode.DONE);
    } finally {
      System.setOut(before);
    }

    assertThat(spark.sparkContext().isStopped()).isFalse();
    return said.toString(StandardCharsets.UTF_8);
  }
}
