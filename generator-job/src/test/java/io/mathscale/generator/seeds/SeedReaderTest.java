package io.mathscale.generator.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.data.RejectionReason;
import io.mathscale.core.data.SeedQuestion;
import io.mathscale.core.source.SourceRow;
import io.mathscale.core.source.layouts.NamedFields;
import io.mathscale.core.text.QuestionText;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeedReaderTest {
  private static final String QUESTION = "What is 1 + 1?";
  private static final String ID = QuestionText.id(QUESTION);

  @Test
  void readsMwpbench() {
    String row =
        """
        {"data_topic": "tal", "data_source": "TAL", "question": "What is 1 + 1?", "answer": "2",
         "license": "MIT", "question_number": "tal.7"}\
        """;

    SeedRow reading = read(row);

    assertThat(reading.seed()).isEqualTo(seed("tal", "2", "", "TAL", "MIT"));
    assertThat(reading.origin()).isEqualTo("f, row 3 (tal.7)");
  }

  @Test
  void readsGsm8k() {
    String row =
        """
        {"question": "What is 1 + 1?", "answer": "It is 1+1 = <<1+1=2>>2 in all.\\n#### 1,002"}\
        """;

    assertThat(read(row).seed())
        .isEqualTo(seed("gsm8k", "1,002", "It is 1+1 = 2 in all.", "gsm8k", "MIT"));
  }

  @Test
  void readsMath() {
    String row =
        """
        {"problem": "What is 1 + 1?", "level": "Level 1", "type": "Counting & Probability",
         "solution": "It is $\\\\boxed{\\\\frac{4}{2}}$."}\
        """;

    assertThat(read(row).seed())
        .isEqualTo(
            seed(
                "MATH.Counting_&_Probability",
                "\\frac{4}{2}",
                "It is $\\boxed{\\frac{4}{2}}$.",
                "MATH",
                "MIT"));
  }

  @Test
  void readsNamedFields() {
    NamedFields fields = new NamedFields("key", "prompt", "result", "worked", "set", "", "");
    String row =
        """
        {"key": 5, "prompt": "What is 1 + 1?", "result": 2, "worked": "One, two.", "set": "mine",
         "problem": "other", "answer": "3"}\
        """;

    SeedRow reading = read(row, fields);

    assertThat(reading.seed()).isEqualTo(seed("mine", "2", "One, two.", "", ""));
    assertThat(reading.origin()).isEqualTo("f, row 3 (5)");
  }

  @Test
  void aQuestionAloneIsASeed() {
    assertThat(read("{\"question\": \"What is 1 + 1?\", \"answer\": null}").seed())
        .isEqualTo(new SeedQuestion(ID, "", QUESTION, "", ""));
  }

  @Test
  void rejectsWhatIsNoSeed() {
    assertRejected("{\"question\": ", RejectionReason.NOT_JSON);
    assertRejected("{\"question\": \"a\"} {}", RejectionReason.NOT_JSON);
    assertRejected("[1, 2]", RejectionReason.WRONG_TYPE);
    assertRejected("{\"question\": 5}", RejectionReason.WRONG_TYPE);
    assertRejected("{\"question\": [\"a\"]}", RejectionReason.WRONG_TYPE);
    assertRejected("{\"question\": \"a\", \"answer\": {}}", RejectionReason.WRONG_TYPE);
    assertRejected("{\"question\": \" \\n\"}", RejectionReason.NO_QUESTION);
    assertRejected("{\"query\": \"a\"}", RejectionReason.NO_QUESTION);
    assertRejected("{\"question\": null}", RejectionReason.NO_QUESTION);
    assertRejected("{}", RejectionReason.NO_QUESTION);
    assertRejected("{\"question\": \"\\frac12\"}", RejectionReason.CONTROL_BYTES);
    assertRejected("{\"question\": \"a\\u0000\"}", RejectionReason.CONTROL_BYTES);
    assertRejected("{\"question\": \"a\\ud83d\"}", RejectionReason.BROKEN_UTF8);
  }

  @Test
  void saysWhatMustHoldAndWhatWas() {
    assertThat(read("{\"query\": \"a\", \"x\": 1}").rejected().detail())
        .isEqualTo("a row must have a question in question: the row has query, x");
    assertThat(read("{\"question\": \"a\\u0007\"}").rejected().detail())
        .isEqualTo("question must be text: it has a control character, U+0007, at character 2");
    assertThat(read("{\"question\": 5}").rejected().detail())
        .isEqualTo("question must be text: it is of type number");
  }

  private static SeedQuestion seed(
      String dataset, String answer, String solution, String source, String license) {
    return new SeedQuestion(ID, dataset, QUESTION, answer, solution, source, license, List.of());
  }

  private static void assertRejected(String text, RejectionReason reason) {
    SeedRow reading = read(text);
    assertThat(reading.seed()).isNull();
    assertThat(reading.rejected().reason()).as(text).isEqualTo(reason);
    assertThat(reading.rejected().origin()).isEqualTo("f, row 3");
    assertThat(reading.rejected().content()).isEqualTo(text);
  }

  private static SeedRow read(String text) {
    return read(text, NamedFields.NONE);
  }

  private static SeedRow read(String text, NamedFields fields) {
    return new SeedReader("extract", fields, 1000).call(new SourceRow("f", 3, text, null, ""));
  }
}
