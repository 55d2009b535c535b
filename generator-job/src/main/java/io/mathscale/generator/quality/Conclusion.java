package io.mathscale.generator.quality;

import io.mathscale.grader.FinalAnswer;
import java.util.List;
import java.util.Set;

/**
 * Tells whether a solution comes to its end, though it may stop behind a whole sentence: it states
 * its answer in a box, behind words that announce it or in its last two sentences, and does not go
 * on to compute behind the last box.
 */
final class Conclusion {
  private static final String ENDS = ".!?。！？";

  /** First words of a sentence that goes on from a result. */
  private static final Set<String> CONTINUING =
      Set.of("then", "next", "now", "second", "secondly", "afterwards", "接着", "然后");

  private static final String AND_THEN = "and then ";
  private static final int LAST_SENTENCES = 2;

  private Conclusion() {}

  /** Whether a solution states the answer where solutions end. */
  static boolean isDrawn(String solution, String answer) {
    int box = solution.lastIndexOf("\\boxed{");
    if (box >= 0) {
      return !goesOn(solution.substring(boxEnd(solution, box)));
    }

    // An answer that stands nowhere is another rule's matter.
    return answer.isEmpty()
        || FinalAnswer.of(solution).isPresent()
        || AnswerInSolution.stands(answer, lastSentences(solution))
        || !AnswerInSolution.stands(answer, solution);
  }

  private static int boxEnd(String text, int box) {
    int depth = 0;
    for (int i = text.indexOf('{', box); i < text.length(); i++) {
      depth += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
      if (depth == 0) {
        return i + 1;
      }
    }

    return text.length();
  }

  /** Whether the text behind a box takes what is in it for an intermediate result. */
  private static boolean goesOn(String text) {
    int end = sentenceEnd(text, 0);
    if (text.substring(0, end).contains(AND_THEN)) {
      return true;
    }

    List<String> words = Words.of(text.substring(end, Math.min(text.length(), end + 40)));
    return !words.isEmpty() && CONTINUING.contains(words.get(0));
  }

  private static int sentenceEnd(String text, int start) {
    for (int i = start; i < text.length(); i++) {
      if (isSentenceEnd(text, i)) {
        return i + 1;
      }
    }

    return text.length();
  }

  private static boolean isSentenceEnd(String text, int index) {
    char c = text.charAt(index);
    return ENDS.indexOf(c) >= 0
        && (c > Byte.MAX_VALUE
            || index + 1 == text.length()
            || !Character.isLetterOrDigit(text.charAt(index + 1)));
  }

  private static String lastSentences(String text) {
    int left = LAST_SENTENCES;
    int start = text.stripTrailing().length() - 1;
    while (start > 0) {
      if (isSentenceEnd(text, start - 1) || text.charAt(start - 1) == '\n') {
        left--;
        if (left == 0) {
          break;
        }
      }

      start--;
    }

    return text.substring(Math.max(0, start));
  }
}
