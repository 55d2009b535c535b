package io.mathscale.generator.replies.pairs;

import io.mathscale.core.data.QuestionType;
import io.mathscale.generator.replies.text.Ends;
import io.mathscale.generator.replies.text.Letters;
import io.mathscale.generator.replies.text.Phrases;
import io.mathscale.grader.FinalAnswer;
import io.mathscale.grader.FinalAnswer.Stated;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The final answer of a solution, and the rule by which it was found.
 *
 * @param answer the answer; empty if there is none
 * @param rule the ending in which the grader found it, {@link #FIELD} or {@link #NONE}
 * @param isStated whether the solution states it, so that nothing was guessed
 */
public record SolutionAnswer(String answer, String rule, boolean isStated) {
  /** The answer stands in a part of the reply of its own. */
  public static final String FIELD = "FIELD";

  /** There is no answer. */
  public static final String NONE = "NONE";

  /** In so many paragraphs at the end an answer in words is the final one. */
  private static final int MOST_FINAL = 3;

  private static final int LONGEST_FIELD = 200;
  private static final String CHINESE_ANSWER = "答案：";
  private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}{2}");

  /** A formula or a number. */
  private static final Pattern VALUE = Pattern.compile("\\$[^$]+\\$|\\d++(?:[.,/]\\d++)*+");

  /** How a check begins that follows the answer. */
  private static final List<String> CHECKS =
      List.of(
          "as a check",
          "to check",
          "let's check",
          "let us check",
          "quick check",
          "verification",
          "to verify",
          "let's verify",
          "let us verify",
          "we can verify",
          "we verify",
          "**check",
          "\ncheck:",
          "check:",
          "sanity check",
          "检验",
          "验证",
          "验算");

  /** Words of a check that did not agree. */
  private static final List<String> CORRECTIONS =
      List.of(
          "wrong",
          "mistake",
          "error",
          "incorrect",
          "wait",
          "actually",
          "not equal",
          "does not match",
          "doesn't match",
          "correct answer",
          "错");

  /** No answer. */
  public static final SolutionAnswer MISSING = new SolutionAnswer("", NONE, false);

  /**
   * Finds the answer of a solution; nothing is guessed where a proof or several answers are due.
   */
  public static SolutionAnswer of(String solution, String field, QuestionType type) {
    if (type == QuestionType.MULTI_PART) {
      Optional<Stated> parts = FinalAnswer.ofParts(solution);
      if (parts.isPresent()) {
        return new SolutionAnswer(parts.get().answer(), parts.get().ending(), true);
      }
    }

    String worked = withoutCheck(solution);
    Optional<Stated> stated = FinalAnswer.stated(worked);
    SolutionAnswer told = stated.map(SolutionAnswer::told).orElse(MISSING);
    boolean isAnnounced = stated.filter(Stated::isAnnounced).isPresent();
    boolean isTalk = isAnnounced && isTalk(told.answer);
    if (told.isStated && (!isAnnounced || (isFinal(worked, type) && !isTalk))) {
      return told;
    }

    String alone = alone(field);
    if (!alone.isEmpty()) {
      return new SolutionAnswer(AnswerValue.of(alone), FIELD, true);
    }

    boolean isGuessed = type != QuestionType.PROOF && type != QuestionType.MULTI_PART;
    SolutionAnswer guess = isGuessed ? ConcludedAnswer.of(worked, type) : MISSING;
    boolean isTold = guess.answer.isEmpty() && isTalk && !isDenial(told.answer);
    return isTold ? told : guess;
  }

  /** Whether the last paragraphs state the answer in words, and not a step in the middle. */
  private static boolean isFinal(String solution, QuestionType type) {
    return type != QuestionType.PROOF
        && FinalAnswer.ofReply(Sentences.lastParagraphs(solution, MOST_FINAL)).isPresent();
  }

  /** Whether it is stated and more than words. */
  public boolean isValue() {
    return isStated && AnswerValue.hasSigns(answer);
  }

  private static SolutionAnswer told(Stated stated) {
    String answer = stated.isBoxed() ? stated.answer() : AnswerValue.of(stated.answer());
    return new SolutionAnswer(answer, stated.ending(), true);
  }

  /** "The answer is not hard to find": words without any sign of mathematics. */
  private static boolean isTalk(String answer) {
    return !AnswerValue.hasSigns(answer) && answer.split(" ", 5).length > 3;
  }

  private static boolean isDenial(String talk) {
    return Letters.lower(talk).startsWith("not ");
  }

  /** The solution up to a check of its answer that agrees with it. */
  private static String withoutCheck(String solution) {
    String lower = Letters.lower(solution);
    int box = lower.indexOf("\\boxed{");
    for (String sign : CHECKS) {
      int at = box < 0 ? -1 : lower.indexOf(sign, box);
      boolean agrees = at >= 0 && CORRECTIONS.stream().noneMatch(lower.substring(at)::contains);
      if (agrees) {
        return solution.substring(0, at);
      }
    }

    return solution;
  }

  private static String alone(String field) {
    String text = Ends.unwrapped(Ends.trimmed(field));
    String answer = FinalAnswer.ofReply(text).orElseGet(() -> ofChinese(text)).strip();
    boolean isAnswer = answer.length() <= LONGEST_FIELD && !Phrases.isPlaceholder(answer);
    return isAnswer ? withoutPoint(Ends.unwrapped(answer)) : "";
  }

  /** The only value of a Chinese sentence such as {@code 每本练习本5元}; any other text as it is. */
  private static String ofChinese(String text) {
    boolean isSentence = CHINESE.matcher(text).find() && VALUE.matcher(text).results().count() == 1;
    return isSentence
        ? FinalAnswer.of(CHINESE_ANSWER + text).filter(AnswerValue::hasSigns).orElse(text)
        : text;
  }

  private static String withoutPoint(String answer) {
    boolean hasPoint = answer.endsWith(".") || answer.endsWith("。");
    return hasPoint ? answer.substring(0, answer.length() - 1).strip() : answer;
  }
}
