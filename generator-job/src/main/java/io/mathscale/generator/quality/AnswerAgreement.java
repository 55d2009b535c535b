package io.mathscale.generator.quality;

import io.mathscale.core.data.QuestionType;
import io.mathscale.core.data.RejectionReason;
import io.mathscale.grader.FinalAnswer;
import io.mathscale.grader.Graders;
import io.mathscale.grader.StrictGrade;
import java.util.Optional;

/** The rule that the boxed answer, that of the last line, and that of the row are equal. */
final class AnswerAgreement implements QualityRule {
  private static final long serialVersionUID = 1L;

  private static final String BOX = "\\boxed";
  private static final int MAX_VALUE = 40;
  private static final int MAX_WORDS = 4;

  @Override
  public String name() {
    return "answer-agreement";
  }

  @Override
  public Optional<Violation> violation(PairText pair, Measurements measures) {
    boolean hasSeveral =
        pair.isOf(QuestionType.MULTIPLE_CHOICE) // a letter, and what the option says
            || pair.isOf(QuestionType.MULTI_PART)
            || pair.isOf(QuestionType.PROOF);
    if (hasSeveral) {
      return Optional.empty();
    }

    if (isBoxedInLastLine(pair)) {
      measures.answerAgreement("agree");
      return Optional.empty();
    }

    Optional<String> stated = FinalAnswer.of(pair.solution());
    Optional<String> last = lastLine(pair.solution());
    String first = last.isPresent() && stated.isPresent() ? last.get() : pair.answer();
    if (stated.isEmpty() || first.isEmpty()) {
      return Optional.empty();
    }

    Optional<Violation> lines = compared(first, stated.get(), measures);
    return lines.isPresent() || last.isEmpty() || pair.answer().isEmpty()
        ? lines
        : compared(pair.answer(), stated.get(), measures);
  }

  /** The usual case, told without reading the whole solution. */
  private static boolean isBoxedInLastLine(PairText pair) {
    int box = pair.solution().lastIndexOf(BOX);
    return box >= 0
        && pair.solution().startsWith("{" + pair.answer() + "}", box + BOX.length())
        && pair.solution().indexOf('\n', box) < 0;
  }

  private static Optional<Violation> compared(String one, String other, Measurements measures) {
    if (one.equals(other)) {
      measures.answerAgreement("agree");
      return Optional.empty();
    }

    StrictGrade grade = Graders.strict().gradeAnswer(one, other);
    measures.answerAgreement(
        grade.isRight() ? "agree" : grade.isWrong() ? "disagree" : "undecided");
    return grade.isWrong()
        ? Optional.of(
            new Violation(
                RejectionReason.ANSWERS_DISAGREE,
                "the answers of a row must be equal: %s and %s".formatted(one, other)))
        : Optional.empty();
  }

  /** What the last line states, where a box stands in an earlier one. */
  private static Optional<String> lastLine(String solution) {
    int start = solution.lastIndexOf('\n') + 1;
    String line = solution.substring(start);
    boolean isApart = solution.indexOf(BOX) >= 0 && solution.indexOf(BOX) < start;
    return isApart && !line.contains(BOX)
        ? FinalAnswer.of(line).filter(AnswerAgreement::isValue)
        : Optional.empty();
  }

  /** A number or short formula, not the words that an answer is told in. */
  private static boolean isValue(String stated) {
    String bare = stated.replace("$", "");
    return bare.length() <= MAX_VALUE
        && (stated.length() - bare.length()) % 2 == 0
        && bare.indexOf('=') < 0
        && bare.chars().anyMatch(Character::isDigit)
        && !bare.contains("_")
        && Words.of(bare).size() <= MAX_WORDS;
  }
}
