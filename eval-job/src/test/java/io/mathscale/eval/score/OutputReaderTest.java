package io.mathscale.eval.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.data.Rejected;
import io.mathscale.core.data.RowOrRejection;
import io.mathscale.core.source.ParsedRows;
import io.mathscale.core.source.SourceRow;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutputReaderTest {
  @Test
  void readsAnOutput() {
    OutputRow row =
        read(
            """
            {"id": 7, "dataset": "gsm8k", "model": "m", "completion": "", "sample": 3,
             "reference": 18, "question": "q", "options": {"B": "no", "A": 1}, "finish_reason": "length",
             "reasoning_content": "t", "judge": true}""");

    assertThat(row)
        .isEqualTo(
            new OutputRow(
                "f", 3, "7", "gsm8k", "m", 3, "", "18", "q", List.of("1", "no"), "length", "t"));
    assertThat(row.isTruncated()).isTrue();
  }

  @Test
  void readsNumbersAsPeopleWriteThem() {
    String row =
        "{\"id\": \"a\", \"dataset\": \"d\", \"model\": \"m\", \"completion\": \"c\", \"reference\": %s}";

    assertThat(read(row.formatted("1.0E10")).reference()).isEqualTo("10000000000");
    assertThat(read(row.formatted("4.0")).reference()).isEqualTo("4");
    assertThat(read(row.formatted("0.25")).reference()).isEqualTo("0.25");
  }

  @Test
  void leavesOpenWhatTheRowDoesNotSay() {
    OutputRow row =
        read("{\"id\": \"a\", \"dataset\": \"d\", \"model\": \"m\", \"completion\": \"c\"}");

    assertThat(row.sample()).isEqualTo(OutputRow.UNNUMBERED);
    assertThat(row.reference()).isEmpty();
    assertThat(row.options()).isEmpty();
    assertThat(row.isTruncated()).isFalse();
  }

  @Test
  void knowsTruncatedTextsInTheWordsOfSeveralServices() {
    String row =
        "{\"id\": \"a\", \"dataset\": \"d\", \"model\": \"m\", \"completion\": \"c\", \"%s\": \"%s\"}";

    assertThat(read(row.formatted("stop_reason", "max_tokens")).isTruncated()).isTrue();
    assertThat(read(row.formatted("finish_reason", "MAX_TOKENS")).isTruncated()).isTrue();
    assertThat(read(row.formatted("finish_reason", "end_turn")).isTruncated()).isFalse();
  }

  @Test
  void tellsWhyARowIsNoOutput() {
    assertRejected("{\"id\": ", "NOT_JSON", "a row must be JSON: Unexpected end-of-input");
    assertRejected("[]", "WRONG_TYPE", "a row must be an object: ARRAY");
    assertRejected(
        "{\"dataset\": \"d\"}", "WRONG_TYPE", "id must be a text that is not blank: missing");
    assertRejected(
        "{\"id\": \"a\", \"dataset\": \" \"}",
        "WRONG_TYPE",
        "dataset must be a text that is not blank: \" \"");
    assertRejected(
        "{\"id\": \"a\", \"dataset\": \"d\", \"model\": \"m\", \"completion\": null}",
        "WRONG_TYPE",
        "completion must be a text: null");
    assertRejected(
        "{\"id\": \"a\", \"dataset\": \"d\", \"model\": \"m\", \"completion\": \"c\", \"sample\": -1}",
        "WRONG_TYPE",
        "sample must be a whole number from 0: -1");
    assertRejected(
        "{\"id\": \"a\", \"dataset\": \"d\", \"model\": \"m\", \"completion\": \"c\", \"reference\": []}",
        "WRONG_TYPE",
        "reference must be a text or a number: []");
    assertRejected(
        "{\"id\": \"a\", \"dataset\": \"d\", \"model\": \"m\", \"completion\": \"c\", \"options\": 4}",
        "WRONG_TYPE",
        "options must be a list of texts or an object of letters and texts: 4");
  }

  @Test
  void readsNumbersThatAreTextsAsCsvHasThem() {
    String row =
        "{\"id\": \"a\", \"dataset\": \"d\", \"model\": \"m\", \"completion\": \"c\", \"sample\": \"%s\"}";

    assertThat(read(row.formatted("2")).sample()).isEqualTo(2);
    assertThat(read(row.formatted("")).sample()).isEqualTo(OutputRow.UNNUMBERED);
    assertRejected(
        row.formatted("two"), "WRONG_TYPE", "sample must be a whole number from 0: \"two\"");
  }

  @Test
  void readsWholeNumbersAsIdsHoweverTheyAreWritten() {
    String row = "{\"id\": %s, \"dataset\": \"d\", \"model\": \"m\", \"completion\": \"c\"}";

    assertThat(read(row.formatted("2")).id()).isEqualTo("2");
    assertThat(read(row.formatted("2.0")).id()).isEqualTo("2");
    assertThat(read(row.formatted("123456789012345678901")).id())
        .isEqualTo("123456789012345678901");
    assertRejected(row.formatted("2.5"), "WRONG_TYPE", "id must be a text that is not blank: 2.5");
    assertThat(parsed(row.formatted("1e999999999")).isGood()).isFalse();
  }

  private static void assertRejected(String line, String reason, String detail) {
    Rejected row = parsed(line).rejected();
    assertThat(row.reason().name()).isEqualTo(reason);
    assertThat(row.detail()).startsWith(detail);
    assertThat(row.content()).isEqualTo(line);
    assertThat(row.origin()).isEqualTo("f, row 3");
  }

  private static OutputRow read(String line) {
    return parsed(line).value();
  }

  private static RowOrRejection<OutputRow> parsed(String line) {
    return ParsedRows.parsed(new SourceRow("f", 3, line, null, ""), "score", new OutputReader());
  }
}
