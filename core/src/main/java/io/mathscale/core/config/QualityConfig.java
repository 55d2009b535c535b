package io.mathscale.core.config;

import java.util.List;
import java.util.stream.Stream;

/**
 * The quality rules of training data, each with what is done about a row that breaks it.
 *
 * @param refusal the model declines to write a question or to solve it
 * @param placeholder a blank of a template stands where text should be
 * @param echo instructions of the prompt stand in the row
 * @param promptExample the row speaks of the examples in the prompt
 * @param absentFigure the question needs a figure or table that is not there
 * @param questionInSolution the solution repeats the question, or asks another one
 * @param length question or solution is shorter or longer than allowed
 * @param truncated the text breaks off
 * @param repetition the text goes round in a loop
 * @param latex dollars, braces or environments do not close
 * @param language the row is not in one of the languages
 * @param missingAnswer there is no final answer
 * @param answerInSolution the final answer stands nowhere in the solution
 * @param answerAgreement boxed answer, answer of the last line and that of the row differ
 * @param falseArithmetic too large a share of the equalities of numbers is false
 * @param languages ISO 639-1 codes of the languages that rows may be in
 * @param minQuestionChars a shorter question is rejected
 * @param maxQuestionChars a longer question is rejected
 * @param maxSolutionChars a longer solution is rejected
 * @param maxRepetition share of words in loops that a solution may have
 * @param maxFalseEqualities share of the solution's equalities that may be false
 */
public record QualityConfig(
    Action refusal,
    Action placeholder,
    Action echo,
    Action promptExample,
    Action absentFigure,
    Action questionInSolution,
    Action length,
    Action truncated,
    Action repetition,
    Action latex,
    Action language,
    Action missingAnswer,
    Action answerInSolution,
    Action answerAgreement,
    Action falseArithmetic,
    List<String> languages,
    int minQuestionChars,
    int maxQuestionChars,
    int maxSolutionChars,
    double maxRepetition,
    double maxFalseEqualities) {
  /** Copies the list and checks the bounds. */
  public QualityConfig {
    languages = List.copyOf(languages);
    Check.languages("languages", languages);
    Check.atLeast("min-question-chars", 0, minQuestionChars);
    Check.atLeast("max-question-chars", 1, maxQuestionChars);
    Check.that(
        minQuestionChars <= maxQuestionChars,
        "min-question-chars",
        "be at most max-question-chars = " + maxQuestionChars,
        minQuestionChars);
    Check.atLeast("max-solution-chars", 1, maxSolutionChars);
    Check.between("max-repetition", 0, 1, maxRepetition);
    Check.between("max-false-equalities", 0, 1, maxFalseEqualities);
  }

  /** Whether a rule only flags. */
  public boolean hasFlags() {
    return Stream.of(
            refusal,
            placeholder,
            echo,
            promptExample,
            absentFigure,
            questionInSolution,
            length,
            truncated,
            repetition,
            latex,
            language,
            missingAnswer,
            answerInSolution,
            answerAgreement,
            falseArithmetic)
        .anyMatch(Action.FLAG::equals);
  }

  /** What is done about a row that breaks a rule. */
  public enum Action {
    /** It is rejected. */
    REJECT,
    /** It is kept, and the rule is named in the row. */
    FLAG,
    /** Nothing is measured. */
    OFF
  }
}
