package io.mathscale.core.source.layouts;

import com.fasterxml.jackson.databind.JsonNode;
import io.mathscale.core.data.RejectionReason;
import io.mathscale.core.source.RowException;
import io.mathscale.core.source.fields.WorkedText;
import java.util.ArrayList;
import java.util.List;

/**
 * GAOKAO-Bench: {@code question}, {@code answer} and {@code analysis}. The answer of a
 * multiple-choice question is a list of letters; its options are the last lines of the question.
 * The answer of an open question is its solution. The questions stay in Chinese; MWPBench has them
 * in English.
 *
 * @see <a href="https://github.com/OpenLMLab/GAOKAO-Bench">the publisher</a>
 */
final class GaokaoBenchLayout implements Layout {
  private static final PublicDataSet SET =
      new PublicDataSet("gaokao_bench_math_en", "GAOKAO-Bench (Chinese)", "Apache-2.0");

  private static final String LETTERS = "ABCD";

  /** What stands behind the letter of an option. */
  private static final String BEHIND_LETTER = ".．、";

  /** Subjects of other files of the publisher. */
  private static final List<String> OTHER_SUBJECTS =
      List.of(
          "biology",
          "chemistry",
          "chinese",
          "english",
          "geography",
          "history",
          "physics",
          "political");

  @Override
  public String name() {
    return "GAOKAO-Bench";
  }

  @Override
  public boolean fits(LayoutRow row) {
    return row.has("question", "answer", "analysis", "index");
  }

  @Override
  public LaidOutProblem read(LayoutRow row) throws RowException {
    row.requireNoOtherSubject(OTHER_SUBJECTS);
    String question = row.question("question").strip();
    JsonNode answer = row.field("answer");
    if (answer.isArray()) {
      return choice(row, question, answer);
    }

    String stated = row.answer("answer").strip();
    String analysis = row.solution("analysis").strip();
    return analysis.isEmpty() && WorkedText.isWorked(stated)
        ? problem(row, question, "", row.solution("answer").strip())
        : problem(row, question, stated, analysis);
  }

  private static LaidOutProblem choice(LayoutRow row, String question, JsonNode answer)
      throws RowException {
    if (answer.size() != 1) {
      throw new RowException(
          RejectionReason.NO_ANSWER, "answer must be the letter of one option: " + answer);
    }

    int[] starts = optionStarts(question);
    if (starts.length == 0) {
      throw new RowException(
          RejectionReason.NO_ANSWER, "question must end in the options A to D: " + question);
    }

    List<AnswerOption> options = new ArrayList<>();
    for (int i = 0; i < LETTERS.length(); i++) {
      int end = i + 1 < LETTERS.length() ? starts[i + 1] : question.length();
      String text = question.substring(starts[i] + 2, end).strip();
      options.add(new AnswerOption(LETTERS.substring(i, i + 1), text));
    }

    return problem(
            row,
            question.substring(0, starts[0]).strip(),
            row.answer("answer"),
            row.solution("analysis").strip())
        .withOptions(options);
  }

  /** Where the letters of the options stand: the first on a line of its own; none if one lacks. */
  private static int[] optionStarts(String question) {
    int[] starts = new int[LETTERS.length()];
    int from = 0;
    for (int i = 0; i < starts.length; i++) {
      int start = optionStart(question, LETTERS.charAt(i), from, i == 0);
      if (start < 0) {
        return new int[0];
      }

      starts[i] = start;
      from = start + 2;
    }

    return starts;
  }

  private static int optionStart(String question, char letter, int from, boolean beginsLine) {
    boolean isLineStart = false;
    for (int at = from; at < question.length() - 1; at++) {
      char next = question.charAt(at);
      boolean isMark = next == letter && BEHIND_LETTER.indexOf(question.charAt(at + 1)) >= 0;
      if (isMark && (isLineStart || !beginsLine)) {
        return at;
      }

      isLineStart = next == '\n' || (isLineStart && Character.isWhitespace(next));
    }

    return -1;
  }

  private static LaidOutProblem problem(
      LayoutRow row, String question, String answer, String solution) throws RowException {
    return LaidOutProblem.of(row, SET, question, answer, solution)
        .withId("%s.%d".formatted(row.stem(), row.field("index").asInt()));
  }
}
