package io.mathscale.eval.prepare;

import com.fasterxml.jackson.databind.JsonNode;
import io.mathscale.core.data.RejectionReason;
import io.mathscale.eval.metrics.MwpbenchSet;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * GAOKAO-Bench: {@code question}, {@code answer} and {@code analysis}. The answer of a
 * multiple-choice question is a list of letters; its options are the last lines of the question.
 * The questions stay in Chinese; MWPBench has them in English.
 *
 * @see <a href="https://github.com/OpenLMLab/GAOKAO-Bench">the publisher</a>
 */
final class GaokaoBenchLayout implements Layout {
  private static final Pattern OPTIONS =
      Pattern.compile("(?s)^(.*?)\\n\\s*A[.．、](.*?)\\s*B[.．、](.*?)\\s*C[.．、](.*?)\\s*D[.．、](.*)$");

  private static final String LETTERS = "ABCD";

  private final AnswerOptions choices;

  GaokaoBenchLayout(AnswerOptions choices) {
    this.choices = choices;
  }

  @Override
  public boolean fits(BenchmarkRow row) {
    return row.has("question", "answer", "analysis", "index");
  }

  @Override
  public Draft read(BenchmarkRow row) {
    String id = "%s.%d".formatted(row.stem(), row.json().path("index").asInt());
    String question = row.question("question").strip();
    JsonNode answer = row.json().path("answer");
    if (!answer.isArray()) {
      return draft(id, question, row.answer("answer").strip());
    }

    if (answer.size() != 1) {
      throw new UnusableRowException(
          RejectionReason.NO_ANSWER, "answer must be the letter of one option: " + answer);
    }

    Matcher parts = OPTIONS.matcher(question);
    if (!parts.matches()) {
      throw new UnusableRowException(
          RejectionReason.NO_ANSWER, "question must end in the options A to D");
    }

    List<AnswerOption> options = new ArrayList<>();
    for (int i = 0; i < LETTERS.length(); i++) {
      options.add(new AnswerOption(LETTERS.substring(i, i + 1), parts.group(i + 2).strip()));
    }

    return choices.draft(draft(id, parts.group(1).strip(), answer.path(0).asText()), options);
  }

  private static Draft draft(String id, String question, String answer) {
    return new Draft(
        id, MwpbenchSet.GAOKAO_BENCH.key(), "GAOKAO-Bench (Chinese)", question, answer);
  }
}
