package io.mathscale.generator.replies.pairs;

import io.mathscale.core.data.QuestionType;
import io.mathscale.grader.FinalAnswer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

  /** What the grader calls an answer that is taken out of a conclusion. */
  private static final String LAST_VALUE = "LAST_VALUE";

  private static final Pattern YES_OR_NO =
      Pattern.compile(
          "^(?:\\W*(?:so|therefore|thus|hence|consequently|in conclusion|the answer is)\\b)?"
              + "[\\s,:*]*(yes|no|true|false)(?:\\*\\*)?(?:[,.;:!—–]|\\s*$|\\*\\*)",
          Pattern.CASE_INSENSITIVE);

  /** What a conclusion says of what was asked, or an answer of one word. */
  private static final Pattern CHINESE_YES_OR_NO =
      Pattern.compile(
          "(?:(?:因此|所以|故|综上|从而|可见|答[:：])[^，,。；;]{0,12}?[，,]?\\s*|^)(不是|不对|否|是|对)(?![^，,。；;]{0,60}是否)");

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
      String answer = yesOrNoOf(place);
      if (!answer.isEmpty()) {
        return new SolutionAnswer(answer, LAST_VALUE, false);
      }
    }

    return SolutionAnswer.MISSING;
  }

  /** {@code So yes, 7 is prime.}: the word with which a sentence answers, or the empty string. */
  private static String yesOrNoOf(String sentence) {
    Matcher english = YES_OR_NO.matcher(sentence);
    if (english.find()) {
      String word = english.group(1).toLowerCase(Locale.ROOT);
      return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    Matcher chinese = CHINESE_YES_OR_NO.matcher(sentence);
    String last = "";
    while (chinese.find()) {
      last = chinese.group(1);
    }

    return last.isEmpty() ? "" : last.startsWith("是") || last.startsWith("对") ? "是" : "否";
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
