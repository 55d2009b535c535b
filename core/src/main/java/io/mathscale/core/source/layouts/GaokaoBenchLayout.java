package io.mathscale.core.source.layouts;

import com.fasterxml.jackson.databind.JsonNode;
import io.mathscale.core.data.RejectionReason;
import io.mathscale.core.source.RowException;
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
  private static final String DATASET = "gaokao_bench_math_en";
  private static final String SOURCE = "GAOKAO-Bench (Chinese)";

  private static final Pattern OPTIONS =
      Pattern.compile("(?s)^(.*?)\\n\\s*A[.．、](.*?)\\s*B[.．、](.*?)\\s*C[.．、](.*?)\\s*D[.．、](.*)$");

  private static final String LETTERS = "ABCD";

  @Override
  public boolean fits(LayoutRow row) {
    return row.has("question", "answer", "analysis", "index");
  }

  @Override
  public LaidOutProblem read(LayoutRow row) throws RowException {
    String question = row.question("question").strip();
    JsonNode answer = row.field("answer");
    if (!answer.isArray()) {
      return problem(row, question, row.answer("answer").strip(), List.of());
    }

    if (answer.size() != 1) {
      throw new RowException(
          RejectionReason.NO_ANSWER, "answer must be the letter of one option: " + answer);
    }

    Matcher parts = OPTIONS.matcher(question);
    if (!parts.matches()) {
      throw new RowException(
          RejectionReason.NO_ANSWER, "question must end in the options A to D: " + question);
    }

    List<AnswerOption> options = new ArrayList<>();
    for (int i = 0; i < LETTERS.length(); i++) {
      options.add(new AnswerOption(LETTERS.substring(i, i + 1), parts.group(i + 2).strip()));
    }

    return problem(row, parts.group(1).strip(), answer.path(0).asText(), options);
  }

  private static LaidOutProblem problem(
      LayoutRow row, String question, String answer, List<AnswerOption> options)
      throws RowException {
    String id = "%s.%d".formatted(row.stem(), row.field("index").asInt());
    String solution = row.text("analysis").strip();
    return new LaidOutProblem("", id, DATASET, SOURCE, question, answer, solution, options);
  }
}
