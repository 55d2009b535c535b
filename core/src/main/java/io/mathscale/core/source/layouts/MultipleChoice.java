package io.mathscale.core.source.layouts;

import io.mathscale.core.data.RejectionReason;
import io.mathscale.core.source.RowException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Makes questions without options of multiple-choice questions: word problems, as MWPBench does
 * (paper, appendix A.1), or questions that show their options and ask for a letter.
 */
public final class MultipleChoice {
  /** Questions with these words make no sense without their options (paper, appendix A.1). */
  private static final List<String> NEED_OPTIONS =
      List.of(
          "which of the following", "which one", "which is", "the following", "which statement");

  /** The same in Chinese; the paper looks at the English translations of these questions. */
  private static final Pattern NEED_OPTIONS_IN_CHINESE = Pattern.compile("下列|以下|如下|哪一|哪个");

  private MultipleChoice() {}

  /**
   * The question alone, with what the right option says as its answer.
   *
   * @throws RowException when there is no right option, it says nothing, or the question makes no
   *     sense without the options
   */
  public static LaidOutProblem inWords(LaidOutProblem problem) throws RowException {
    AnswerOption right = right(problem);
    String question = problem.question();
    String lowered = question.toLowerCase(Locale.ROOT);
    if (NEED_OPTIONS.stream().anyMatch(lowered::contains)
        || NEED_OPTIONS_IN_CHINESE.matcher(question).find()) {
      throw new RowException(
          RejectionReason.NEEDS_OPTIONS, "question must make sense without its options");
    }

    if (right.text().isBlank()) {
      throw new RowException(
          RejectionReason.NO_ANSWER, "the right option must say something: " + right.letter());
    }

    return problem.withoutOptions(question, right.text());
  }

  /**
   * The question with its options behind it and the letter of the right one as its answer.
   *
   * @throws RowException when there is no right option
   */
  public static LaidOutProblem withLetters(LaidOutProblem problem) throws RowException {
    AnswerOption right = right(problem);
    StringBuilder question = new StringBuilder(problem.question());
    for (AnswerOption option : problem.options()) {
      question.append(line(option.letter(), option.text()));
    }

    return problem.withoutOptions(question.toString(), right.letter());
  }

  /**
   * The question that {@link #withLetters} put its options behind; any other question as it is.
   *
   * @param options what the options say, in the order of their letters from A
   */
  public static String withoutLetters(String question, List<String> options) {
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < options.size(); i++) {
      shown.append(line(String.valueOf((char) ('A' + i)), options.get(i)));
    }

    return question.endsWith(shown.toString())
        ? question.substring(0, question.length() - shown.length())
        : question;
  }

  private static String line(String letter, String text) {
    return "\n(" + letter + ") " + text;
  }

  /** The same options, of which there must be one. */
  static List<AnswerOption> requireSome(List<AnswerOption> options) throws RowException {
    if (options.isEmpty()) {
      throw new RowException(
          RejectionReason.NO_ANSWER, "a multiple-choice question must have options: none");
    }

    return options;
  }

  private static AnswerOption right(LaidOutProblem problem) throws RowException {
    return problem.options().stream()
        .filter(option -> option.letter().equals(problem.answer()))
        .findFirst()
        .orElseThrow(
            () ->
                new RowException(
                    RejectionReason.NO_ANSWER,
                    "answer must be the letter of one option: " + problem.answer()));
  }
}
