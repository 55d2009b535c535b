package io.mathscale.grader.extract;

import io.mathscale.grader.text.AnswerText;
import io.mathscale.grader.verdict.Ending;
import java.util.List;
import java.util.Optional;

/**
 * Knows from the sentence around a value whether it denies the value or offers another beside it.
 */
final class Hedges {
  private static final int LONGEST_SENTENCE = 300;
  private static final String[] DENIALS = {
    "not", "isn't", "isn’t", "never", "not be", "n't be", "n’t be", "不是", "不为", "不等于"
  };

  private static final String[] DOUBTS = {
    "might ", "may ", "could ", "maybe ", "perhaps ", "either ", "可能"
  };

  private Hedges() {}

  /** The last value of a text, or the alternatives of which it is the last. */
  static FoundAnswer lastValue(String text, String value, Wanted wanted) {
    int at = text.lastIndexOf(value);
    String before = AnswerText.lower(text.substring(sentenceStart(text, at), at)).stripTrailing();
    if (endsWithWord(before, DENIALS)) {
      return new FoundAnswer(Ending.LAST_VALUE, List.of(value), List.of(), true);
    }
    boolean isRange = before.contains("between ") && endsWithWord(before, new String[] {"and"});
    Optional<String> other = alternative(before, wanted);
    if (other.isPresent()) {
      String both = other.get() + " or " + value;
      return new FoundAnswer(Ending.LAST_VALUE, List.of(both), List.of(), true);
    }
    return new FoundAnswer(Ending.LAST_VALUE, List.of(value), List.of(), isRange);
  }

  /** Whether a sentence says that something may be this or that. */
  static boolean doubts(String sentence) {
    String lower = AnswerText.lower(sentence);
    boolean isUnsure = false;
    for (String word : DOUBTS) {
      isUnsure |= lower.contains(word);
    }
    return isUnsure && (lower.contains(" or ") || lower.contains("或"));
  }

  /** The value before "or" at the end of a sentence. */
  private static Optional<String> alternative(String before, Wanted wanted) {
    if (!endsWithWord(
        before, new String[] {"or", "or maybe", "or perhaps", "or possibly", "或", "或者"})) {
      return Optional.empty();
    }
    int or = Math.max(before.lastIndexOf("or"), before.lastIndexOf('或'));
    int end = or;
    while (end > 0 && " ,".indexOf(before.charAt(end - 1)) >= 0) {
      end--;
    }
    String rest = before.substring(0, end);
    return FormulasInText.lastOrNumber(rest, wanted).filter(rest::endsWith);
  }

  private static boolean endsWithWord(String text, String[] words) {
    for (String word : words) {
      int start = text.length() - word.length();
      boolean isWord =
          start <= 0
              || word.charAt(0) > 0x2e80
              || word.startsWith("n")
              || !Character.isLetter(text.charAt(start - 1));
      if (text.endsWith(word)
          && isWord
          && !(word.equals("not") && start > 0 && Character.isLetter(text.charAt(start - 1)))) {
        return true;
      }
    }
    return false;
  }

  private static int sentenceStart(String text, int at) {
    int start = at;
    int least = Math.max(0, at - LONGEST_SENTENCE);
    while (start > least && "\n。?!".indexOf(text.charAt(start - 1)) < 0) {
      boolean isPoint =
          text.charAt(start - 1) == '.' && start < text.length() && text.charAt(start) == ' ';
      if (isPoint) {
        break;
      }
      start--;
    }
    return start;
  }
}
