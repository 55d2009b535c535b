package io.mathscale.eval.prepare;

import io.mathscale.core.config.BenchmarkConfig.ChoiceStyle;
import io.mathscale.core.data.RejectionReason;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What becomes of multiple-choice questions: word problems, as MWPBench makes them (paper, appendix
 * A.1), or questions with their options and letters.
 */
final class AnswerOptions {
  /** Questions with these words make no sense without their options (paper, appendix A.1). */
  private static final List<String> NEED_OPTIONS =
      List.of(
          "which of the following", "which one", "which is", "the following", "which statement");

  /** The same in Chinese; the paper looks at the English translations of these questions. */
  private static final Pattern NEED_OPTIONS_IN_CHINESE = Pattern.compile("下列|以下|如下|哪一|哪个");

  private final ChoiceStyle style;

  AnswerOptions(ChoiceStyle style) {
    this.style = style;
  }

  /**
   * The draft of a multiple-choice question.
   *
   * @param draft the question without its options, with the letter of the right one as its answer
   * @param options the options
   * @throws UnusableRowException when there is no such option, or the question needs them all
   */
  Layout.Draft draft(Layout.Draft draft, List<AnswerOption> options) {
    AnswerOption right =
        options.stream()
            .filter(option -> option.letter().equals(draft.answer()))
            .findFirst()
            .orElseThrow(
                () ->
                    new UnusableRowException(
                        RejectionReason.NO_ANSWER,
                        "answer must be the letter of one option: " + draft.answer()));
    return switch (style) {
      case WORDS -> inWords(draft, right);
      case LETTERS -> withLetters(draft, options);
    };
  }

  private static Layout.Draft inWords(Layout.Draft draft, AnswerOption right) {
    String question = draft.question();
    String lowered = question.toLowerCase(Locale.ROOT);
    if (NEED_OPTIONS.stream().anyMatch(lowered::contains)
        || NEED_OPTIONS_IN_CHINESE.matcher(question).find()) {
      throw new UnusableRowException(
          RejectionReason.NEEDS_OPTIONS, "question must make sense without its options");
    }

    if (right.text().isBlank()) {
      throw new UnusableRowException(
          RejectionReason.NO_ANSWER, "the right option must say something: " + right.letter());
    }

    return with(draft, question, right.text());
  }

  private static Layout.Draft withLetters(Layout.Draft draft, List<AnswerOption> options) {
    StringBuilder question = new StringBuilder(draft.question());
    for (AnswerOption option : options) {
      question.append("\n(").append(option.letter()).append(") ").append(option.text());
    }

    return with(draft, question.toString(), draft.answer());
  }

  private static Layout.Draft with(Layout.Draft draft, String question, String answer) {
    return new Layout.Draft(draft.id(), draft.dataset(), draft.source(), question, answer);
  }
}
