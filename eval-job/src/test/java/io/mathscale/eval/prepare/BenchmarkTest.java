package io.mathscale.eval.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.mathscale.core.config.BenchmarkConfig.ChoiceStyle;
import io.mathscale.core.data.Problem;
import io.mathscale.core.data.Rejected;
import io.mathscale.core.data.RejectionReason;
import io.mathscale.core.identity.StableHash;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchmarkTest {
  @TempDir private Path folder;

  private BenchmarkFixture files;
  private Benchmark benchmark;

  @BeforeEach
  void startEmpty() {
    files = new BenchmarkFixture(folder, ChoiceStyle.WORDS);
    benchmark = files.benchmark();
  }

  @Test
  void readsProblemsInTheirOrder() {
    add(
        """
        {"data_topic": "gsm8k", "data_source": "s", "question": "1+1?", "answer": "2", "license": "", "question_number": "g.0"}

        {"data_topic": "MATH.Algebra", "data_source": "t", "question": "x?", "answer": 3, "question_number": "m.0"}
        """);

    assertThat(benchmark.problems())
        .containsExactly(
            new Problem("g.0", "gsm8k", "s", "1+1?", "2", 0),
            new Problem("m.0", "MATH.Algebra", "t", "x?", "3", 1));
    assertThat(benchmark.rejected()).isEmpty();
  }

  @Test
  void makesAnIdOfDataSetAndQuestionWhereThereIsNone() {
    add("{\"data_topic\": \"tal\", \"question\": \"q\", \"answer\": \"a\"}");

    assertThat(benchmark.problems())
        .containsExactly(new Problem(StableHash.contentId("tal", "q"), "tal", "", "q", "a", 0));
  }

  @Test
  void readsAnArrayToo() {
    add(
        """
        [{"data_topic": "tal", "question": "q", "answer": "a", "question_number": "1"},
         {"data_topic": "tal", "question": "r", "answer": "b", "question_number": "2"}]
        """);

    assertThat(benchmark.problems()).extracting(Problem::id).containsExactly("1", "2");
  }

  @Test
  void tellsWhyARowIsNoProblem() {
    add(
        """
        {"data_topic": "tal", "question": "q", "answer": "a", "question_number": "1"}
        {"data_topic": "tal", "question": " ", "answer": "a"}
        {"data_topic": "tal", "question": "q"}
        {"data_topic": "tal", "question": ["q"], "answer": "a"}
        {"data_topic": "tal", "question": "r", "answer": "b", "question_number": "1"}
        {"prompt": "q"}
        {"data_topic":
        """);

    assertThat(benchmark.problems()).extracting(Problem::id).containsExactly("1");
    assertThat(benchmark.rejected())
        .extracting(Rejected::reason)
        .containsExactly(
            RejectionReason.NO_QUESTION,
            RejectionReason.NO_ANSWER,
            RejectionReason.WRONG_TYPE,
            RejectionReason.DUPLICATE,
            RejectionReason.NO_QUESTION,
            RejectionReason.NOT_JSON);
    assertThat(benchmark.rejected())
        .extracting(Rejected::detail)
        .startsWith(
            "a row must have a question in question: it is blank",
            "answer must be there",
            "question must be text: it is of type array",
            "id must be unique in tal: 1 is file.json, row 1",
            "a row must have a question in question: the row has prompt");
    assertThat(benchmark.rejected().get(0).origin()).isEqualTo("file.json, row 2");
  }

  @Test
  void rejectsWhatFollowsABreakInAnArray() {
    add("[{\"data_topic\": \"tal\", \"question\": \"q\", \"answer\": \"a\"}, {\"data_topic\" ]");

    assertThat(benchmark.problems()).hasSize(1);
    assertThat(benchmark.rejected())
        .extracting(Rejected::reason, Rejected::origin)
        .containsExactly(
            tuple(RejectionReason.NOT_JSON, "file.json, row 2"),
            tuple(RejectionReason.NOT_JSON, "file.json, row 3"));
    assertThat(benchmark.rejected().get(1).detail()).isEqualTo("the array is not closed");
  }

  @Test
  void takesNoBrokenText() {
    files.add("file.json", new byte[] {'{', (byte) 0xff, '}', '\n'});

    assertThat(benchmark.rejected())
        .singleElement()
        .satisfies(row -> assertThat(row.reason()).isEqualTo(RejectionReason.BROKEN_UTF8));
  }

  private void add(String content) {
    files.add("file.json", content.getBytes(StandardCharsets.UTF_8));
  }
}
