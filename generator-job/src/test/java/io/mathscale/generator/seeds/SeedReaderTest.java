package io.mathscale.generator.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.data.QuestionText;
import io.mathscale.core.data.RejectionReason;
import io.mathscale.core.data.SeedQuestion;
import io.mathscale.core.source.SourceRow;
import org.junit.jupiter.api.Test;

class SeedReaderTest {
  private static final String QUESTION = "What is 1 + 1?";
  private static final String ID = QuestionText.id(QUESTION);

  @Test
  void readsMwpbench() {
    String row =
        """
        {"data_topic": "tal", "data_source": "TAL", "question": "What is 1 + 1?", "answer": "2",
         "license": "MIT", "question_number": "tal.7"}""";

    SeedReading reading = read(row);

    assertThat(reading.seed()).isEqualTo(new SeedQuestion(ID, "tal", QUESTION, "2", ""));
    assertThat(reading.origin()).isEqualTo("f, row 3 (tal.7)");
  }

  @Test
  void readsGsm8k() {
    String row =
        """
        {"question": "What is 1 + 1?", "answer": "It is 1+1 = <<1+1=2>>2 in all.\\n#### 1,002"}""";

    assertThat(read(row).seed())
        .isEqualTo(new SeedQuestion(ID, "gsm8k", QUESTION, "1,002", "It is 1+1 = 2 in all."));
  }

  @Test
  void readsMath() {
    String row =
        """
        {"problem": "What is 1 + 1?", "level": "Level 1", "type": "Counting & Probability",
         "solution": "It is $\\\\boxed{\\\\frac{4}{2}}$."}""";

    assertThat(read(row).seed())
        .isEqualTo(
            new SeedQuestion(
                ID,
                "MATH.Counting_&_Probability",
                QUESTION,
                "\\frac{4}{2}",
                "It is $\\boxed{\\frac{4}{2}}$."));
  }

  @Test
  void readsNamedFields() {
    SeedFields fields = new SeedFields("key", "prompt", "result", "worked", "source");
    String row =
        """
        {"key": 5, "prompt": "What is 1 + 1?", "result": 2, "worked": "One, two.", "source": "mine",
         "problem": "other", "answer": "3"}""";

    SeedReading reading = read(row, fields);

    assertThat(reading.seed()).isEqualTo(new SeedQuestion(ID, "mine", QUESTION, "2", "One, two."));
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
        .endsWith("U+0007 at character 4");
    assertThat(read("{\"question\": 5}").rejected().detail())
        .isEqualTo("question must be text: it is of type number");
  }

  private static void assertRejected(String text, RejectionReason reason) {
    SeedReading reading = read(text);
    assertThat(reading.seed()).isNull();
    assertThat(reading.rejected().reason()).as(text).isEqualTo(reason);
    assertThat(reading.rejected().origin()).isEqualTo("f, row 3");
    assertThat(reading.rejected().content()).isEqualTo(text);
  }

  private static SeedReading read(String text) {
    return read(text, SeedFields.NONE);
  }

  private static SeedReading read(String text, SeedFields fields) {
    return new SeedReader("extract", fields).call(new SourceRow("f", 3, text, null, ""));
  }
}
