package io.mathscale.generator.replies.pairs;

import io.mathscale.core.data.QuestionType;
import io.mathscale.grader.FinalAnswer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Takes the answer out of the sentence with which a solution ends, where none is stated. */
final class ConcludedAnswer {
  private static final int LONGEST = 80;
  private static final int MOST_WORDS = 8;

  /** Words of a sentence that ends in its result. */
  private static final List<String> CONCLUSIONS =
      List.of(
          "therefore",
          "thus",
          "hence",
          "so ",
          "so,",
          "answer",
          "total",
          "result",
          "gives",
          "get ",
          "obtain",
          "is ",
          "are ",
          "equals",
          "=",
          "need",
          "have ",
          "has ",
          "leaves",
          "left",
          "因此",
          "所以",
          "故",
          "即",
          "为",
          "共",
          "por lo tanto",
          "donc",
          "also",
          "daher",
          "следовательно",
          "значит",
          "portanto",
          "quindi",
          "따라서",
          "よって",
          "したがって",
          "vậy");

  /** Words with which a conclusion begins. */
  private static final List<String> CONNECTIVES =
      List.of(
          "therefore",
          "thus",
          "hence",
          "so ",
          "so,",
          "consequently",
          "in conclusion",
          "in total",
          "finally",
          "as a result",
          "we conclude",
          "it follows",
          "因此",
          "所以",
          "故",
          "综上",
          "答",
          "por lo tanto",
          "por tanto",
          "así",
          "donc",
          "ainsi",
          "also",
          "daher",
          "somit",
          "следовательно",
          "значит",
          "итак",
          "portanto",
          "logo",
          "quindi",
          "dunque",
          "따라서",
          "그러므로",
          "よって",
          "したがって",
          "ゆえに",
          "vậy",
          "jadi");

  private ConcludedAnswer() {}

  /** The value in which the last sentence ends, if that draws a conclusion. */
  static SolutionAnswer of(String solution, QuestionType type) {
    if (type == QuestionType.YES_NO) {
      return yesOrNo(solution);
    }

    String sentence = concluding(solution);
    String lower = sentence.toLowerCase(Locale.ROOT);
    if (CONCLUSIONS.stream().noneMatch(lower::contains)) {
      return SolutionAnswer.MISSING;
    }

    boolean isChoice = type == QuestionType.MULTIPLE_CHOICE;
    return FinalAnswer.guessed(sentence, isChoice)
        .filter(found -> !isLastOfSeveral(sentence, found.answer()))
        .map(found -> new SolutionAnswer(AnswerValue.of(found.answer()), found.ending(), false))
        .filter(concluded -> isAnswer(concluded.answer(), isChoice))
        .orElse(SolutionAnswer.MISSING);
  }

  private static boolean isAnswer(String answer, boolean isChoice) {
    return !answer.isEmpty()
        && answer.length() <= LONGEST
        && answer.split(" ", MOST_WORDS + 1).length <= MOST_WORDS
        && (isChoice || AnswerValue.hasSigns(answer));
  }

  /** "2 hours and 30 minutes": 30 alone is not the answer. */
  private static boolean isLastOfSeveral(String sentence, String found) {
    int at = sentence.lastIndexOf(found);
    String before = at < 0 ? "" : sentence.substring(0, at).stripTrailing();
    boolean isBehind = before.endsWith(" and") || before.endsWith(" or") || before.endsWith(",");
    return isBehind && before.chars().anyMatch(Character::isDigit);
  }

  private static SolutionAnswer yesOrNo(String solution) {
    List<String> places = new ArrayList<>(Sentences.ofLastParagraph(solution));
    Collections.reverse(places);
    places.add(solution.substring(0, Math.min(solution.length(), 12)));
    for (String place : places) {
      String lower = place.toLowerCase(Locale.ROOT);
      for (String word : List.of("yes", "no", "true", "false")) {
        if (lower.equals(word) || lower.startsWith(word + ",") || lower.startsWith(word + ".")) {
          String answer = Character.toUpperCase(word.charAt(0)) + word.substring(1);
          return FinalAnswer.guessed(answer, false)
              .map(found -> new SolutionAnswer(answer, found.ending(), false))
              .orElse(SolutionAnswer.MISSING);
        }
      }
    }

    return SolutionAnswer.MISSING;
  }

  /**
   * The last sentence of the last paragraph where it ends in a formula, else the last that begins
   * with "therefore" or the like.
   */
  private static String concluding(String solution) {
    List<String> sentences = Sentences.ofLastParagraph(solution);
    if (endsInFormula(sentences.get(sentences.size() - 1))) {
      return sentences.get(sentences.size() - 1);
    }

    for (int i = sentences.size() - 1; i >= 0; i--) {
      String lower = sentences.get(i).toLowerCase(Locale.ROOT);
      if (CONNECTIVES.stream().anyMatch(lower::startsWith)) {
        return sentences.get(i);
      }
    }

    return sentences.get(sentences.size() - 1);
  }

  private static boolean endsInFormula(String sentence) {
    int end = sentence.length();
    while (end > 0 && ".!。 ".indexOf(sentence.charAt(end - 1)) >= 0) {
      end--;
    }

    String text = sentence.substring(0, end);
    boolean isFormula = text.endsWith("$") || text.endsWith("\\)") || text.endsWith("\\]");
    return isFormula || (end > 0 && Character.isDigit(text.charAt(end - 1)) && text.contains("="));
  }
}
