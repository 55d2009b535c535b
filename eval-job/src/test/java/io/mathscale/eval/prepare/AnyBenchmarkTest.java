package io.mathscale.eval.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.mathscale.core.config.AnswerConfig;
import io.mathscale.core.config.BenchmarkConfig;
import io.mathscale.core.config.BenchmarkConfig.ChoiceStyle;
import io.mathscale.core.config.ConfigException;
import io.mathscale.core.data.Problem;
import io.mathscale.core.data.Rejected;
import io.mathscale.core.data.RejectionReason;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows of benchmarks beyond MWPBench, with the fields that their publishers give them. */
class AnyBenchmarkTest {
  @TempDir private Path folder;

  @Test
  void readsAime() {
    assertThat(
            problems(
                "aime24/test.jsonl",
                """
                {"id": 60, "problem": "How long?", "solution": "$4$ hours: \\\\boxed{204}", "answer": "204", "url": "https://x/1"}
                """))
        .containsExactly(
            new Problem("60", "aime24", "https://x/1", "How long?", "204", 0, "", "", List.of()));
    assertThat(
            problems(
                "aime_2024/data/train-00000.jsonl", "{\"problem\": \"How far?\", \"answer\": 25}"))
        .extracting(Problem::dataset, Problem::answer)
        .containsExactly(tuple("aime_2024", "25"));
  }

  @Test
  void readsMath500() {
    assertThat(
            problems(
                "math500.jsonl",
                """
                {"problem": "q", "solution": "s", "answer": "\\\\frac{1}{2}", "subject": "Algebra", "level": 5, "unique_id": "test/algebra/1.json"}
                """))
        .extracting(
            Problem::dataset, Problem::answer, Problem::level, Problem::subject, Problem::position)
        .containsExactly(tuple("math500", "\\frac{1}{2}", "5", "Algebra", 0L));
  }

  @Test
  void readsHmmt() {
    assertThat(
            problems(
                "hmmt_feb_2025/train.jsonl",
                """
                {"problem_idx": 1, "problem": "q", "answer": "103", "problem_type": ["Number Theory", "Algebra"]}
                """))
        .extracting(Problem::key, Problem::answer, Problem::subject)
        .containsExactly(tuple("hmmt_feb_2025/1", "103", "Number Theory, Algebra"));
  }

  @Test
  void readsOlympiadBench() {
    assertThat(
            problems(
                "OE_TO_maths_en_COMP.json",
                """
                [{"id": 1606, "subfield": "Algebra", "context": "Let $f(x)=x$.", "question": "What is $f(2)$?",
                  "solution": ["It is 2.", "2"], "final_answer": ["$2$"], "is_multiple_answer": false, "unit": null}]
                """))
        .containsExactly(
            new Problem(
                "1606",
                "OlympiadBench",
                "OlympiadBench",
                "Let $f(x)=x$.\nWhat is $f(2)$?",
                "$2$",
                0,
                "",
                "Algebra",
                List.of()));
  }

  @Test
  void oneIdMayStandInSeveralDataSets() {
    BenchmarkFixture files = fixture(BenchmarkConfig.Fields.NONE, "");
    files.add("a/test.jsonl", bytes("{\"id\": 0, \"question\": \"q\", \"answer\": \"1\"}"));
    files.add("b/test.jsonl", bytes("{\"id\": 0, \"question\": \"r\", \"answer\": \"2\"}"));
    files.add("b/more/test.jsonl", bytes("{\"id\": 0, \"question\": \"s\", \"answer\": \"3\"}"));
    files.add("b/dev.jsonl", bytes("{\"id\": 0, \"question\": \"t\", \"answer\": \"4\"}"));

    assertThat(files.benchmark().problems())
        .extracting(Problem::key, Problem::position)
        .containsExactly(tuple("a/0", 0L), tuple("b/0", 1L), tuple("more/0", 2L));
    assertThat(files.benchmark().rejected())
        .extracting(Rejected::reason, Rejected::detail)
        .containsExactly(
            tuple(RejectionReason.DUPLICATE, "id must be unique in b: 0 is b/test.jsonl, row 1"));
  }

  @Test
  void readsTheFieldsThatTheUserNames() {
    BenchmarkConfig.Fields fields =
        new BenchmarkConfig.Fields("key", "prompt", "gold", "contest", "origin", "stars", "area");
    BenchmarkFixture files = fixture(fields, "mine");
    files.add(
        "x.jsonl",
        bytes(
            """
            {"key": "k1", "prompt": "q", "gold": 7, "contest": "cup", "origin": "o", "stars": 3, "area": "sets"}
            {"key": "k2", "prompt": "r", "gold": "8"}
            {"key": "k3", "question": "r", "gold": "8"}
            """));

    assertThat(files.benchmark().problems())
        .containsExactly(
            new Problem("k1", "cup", "o", "q", "7", 0, "3", "sets", List.of()),
            new Problem("k2", "mine", "", "r", "8", 1, "", "", List.of()));
    assertThat(files.benchmark().rejected())
        .extracting(Rejected::detail)
        .containsExactly("a row must have a question in prompt: the row has key, question, gold");
  }

  @Test
  void namedFieldsArePathsThatRowsMustHave() {
    BenchmarkConfig.Fields found =
        new BenchmarkConfig.Fields("", "Task.Text", "gold", "", "", "", "");
    BenchmarkConfig.Fields absent =
        new BenchmarkConfig.Fields("", "task.words", "gold", "", "", "", "");
    String row = "{\"task\": {\"text\": \"q\"}, \"gold\": 7}";
    BenchmarkFixture files = fixture(found, "mine");
    files.add("x.jsonl", bytes(row));
    BenchmarkFixture without = fixture(absent, "mine");
    without.add("y.jsonl", bytes(row));

    files.benchmark().requireFields();

    assertThat(files.benchmark().problems()).extracting(Problem::question).containsExactly("q");
    assertThatThrownBy(() -> without.benchmark().requireFields())
        .isInstanceOf(ConfigException.class)
        .hasMessage(
            "benchmark.fields.question must name a field that a row has (known: gold, task):"
                + " task.words");
  }

  @Test
  void rowsWithoutAnIdAreToldByTheirQuestions() {
    BenchmarkFixture files = fixture(BenchmarkConfig.Fields.NONE, "mine");
    files.add("x.jsonl", bytes("{\"question\": \"q\", \"answer\": 7}\n".repeat(2)));

    assertThat(files.benchmark().rejected())
        .extracting(Rejected::detail)
        .containsExactly(
            "question must be unique in mine where rows have no id: x.jsonl, row 1 asks the same");
  }

  private List<Problem> problems(String file, String rows) {
    return fixture(BenchmarkConfig.Fields.NONE, "").add(file, bytes(rows)).problems();
  }

  private BenchmarkFixture fixture(BenchmarkConfig.Fields fields, String dataset) {
    return new BenchmarkFixture(
        folder,
        new BenchmarkConfig("", ChoiceStyle.WORDS, dataset, fields, Map.of(), AnswerConfig.none()));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
