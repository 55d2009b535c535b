package io.mathscale.grader.extract;

import io.mathscale.grader.text.AnswerText;

/**
 * Recognises a box with which a text only checks the answer that it boxed before: behind words such
 * as "check" it holds a value that turns out as expected. Behind words that draw a conclusion or
 * take the first answer back a box is an answer again.
 */
final class AnswerChecks {
  private static final String BOX = "boxed";

  private static final String[] CHECKS = {
    "check", "verif", "substitut", "plug", "confirm", "验证", "检验", "验算", "检查", "代入", "代回"
  };

  /** What is checked, which is no conclusion. */
  private static final String[] CHECKED = {
    "our answer", "the answer", "my answer", "this answer", "final answer", "验证答案", "检验答案", "检查答案"
  };

  /** Words between a check and a box that holds an answer. */
  private static final String[] CONCLUSIONS = {
    "so",
    "therefore",
    "thus",
    "hence",
    "conclu",
    "answer",
    "correct",
    "should",
    "must",
    "but",
    "however",
    "actually",
    "not",
    "wait",
    "所以",
    "因此",
    "于是",
    "故",
    "从而",
    "答案",
    "不",
    "应为",
    "应该",
    "应是",
    "正确"
  };

  /** Words that take an answer back. */
  private static final String[] CORRECTIONS = {
    "wrong",
    "incorrect",
    "mistake",
    "error",
    "instead",
    "oops",
    "fail",
    "n't",
    "≠",
    "\\ne",
    "错",
    "不对",
    "不成立",
    "不符",
    "改"
  };

  /** Words and signs behind a box that say that a check succeeds. */
  private static final String[] CONFIRMATIONS = {
    "✓",
    "✔",
    "✅",
    "☑",
    "\\checkmark",
    "matches",
    "as required",
    "as expected",
    "as given",
    "as stated",
    "checks out",
    "成立",
    "符合",
    "吻合",
    "一致",
    "相符"
  };

  private static final String[] DENIALS = {
    "not ", "n't", "n’t", "≠", "\\ne", "fail", "不", "✗", "✘", "❌"
  };

  private static final int LONGEST_CHECK = 300;
  private static final int LONGEST_OBJECT = 40;
  private static final int LONGEST_CONFIRMATION = 60;

  private AnswerChecks() {}

  /**
   * Where the check begins in which a box stands, or −1 if the box is an answer.
   *
   * @param text the text
   * @param start where the box starts
   * @param close where its closing brace stands
   * @param content what it holds
   */
  static int start(String text, int start, int close, String content) {
    int from = Math.max(0, start - LONGEST_CHECK);
    String before = AnswerText.lower(text.substring(from, start));
    int check = nearestCheck(before);
    int earlier = check < 0 ? -1 : text.lastIndexOf(BOX, from + check);
    if (earlier < 0) {
      return -1;
    }
    String steps = before.substring(check);
    String since = AnswerText.lower(text.substring(Math.max(earlier, from), from + check));
    String value = bare(content);
    String rest = behind(text, close + 1);
    boolean isExpected =
        isOnBothSides(bare(steps), value, bare(rest))
            || (isConfirmed(rest) && !bare(steps).contains(value));
    boolean isTakenBack = hasAny(since, CORRECTIONS) || hasAny(steps, CORRECTIONS);
    return isExpected && !isTakenBack && !concludes(steps) ? from + check : -1;
  }

  /** The first word of a check behind the nearest box that has one, or −1. */
  private static int nearestCheck(String lower) {
    int box = lower.lastIndexOf(BOX);
    int check = firstCheck(lower, box + 1);
    while (check < 0 && box > 0) {
      box = lower.lastIndexOf(BOX, box - 1);
      check = firstCheck(lower, box + 1);
    }
    return check;
  }

  /** The first word of a check behind this place, or −1. */
  private static int firstCheck(String lower, int from) {
    int first = -1;
    for (String word : CHECKS) {
      int at = lower.indexOf(word, from);
      first = at >= 0 && (first < 0 || at < first) ? at : first;
    }
    return first;
  }

  private static boolean concludes(String steps) {
    int from = 0;
    for (String checked : CHECKED) {
      int at = steps.indexOf(checked);
      from = at >= 0 && at < LONGEST_OBJECT ? Math.max(from, at + checked.length()) : from;
    }
    for (String word : CONCLUSIONS) {
      for (int at = steps.indexOf(word, from); at >= 0; at = steps.indexOf(word, at + 1)) {
        if (isWord(steps, at, word)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether what was found is no part of a longer word, as "so" is of "also". */
  private static boolean isWord(String lower, int at, String word) {
    int end = at + word.length();
    boolean startsWord = at == 0 || !Character.isLetter(lower.charAt(at - 1));
    boolean endsWord = end == lower.length() || !Character.isLetter(lower.charAt(end));
    return word.charAt(0) > 127 || (startsWord && (endsWord || word.equals("conclu")));
  }

  /** The rest of the line behind a box, as far as it may confirm a check. */
  private static String behind(String text, int from) {
    int line = text.indexOf('\n', from);
    int most = Math.min(text.length(), from + LONGEST_CONFIRMATION);
    return AnswerText.lower(text.substring(from, line < 0 ? most : Math.min(line, most)));
  }

  private static boolean isConfirmed(String rest) {
    return hasAny(rest, CONFIRMATIONS) && !hasAny(rest, DENIALS);
  }

  private static boolean hasAny(String text, String[] parts) {
    for (String part : parts) {
      if (text.contains(part)) {
        return true;
      }
    }
    return false;
  }

  /** {@code \boxed{12} = 12} and {@code 12 = \boxed{12}}. */
  private static boolean isOnBothSides(String left, String value, String right) {
    boolean isRepeated = right.startsWith("=" + value) && endsValue(right, 1 + value.length());
    boolean isRepeating =
        left.endsWith(value + "=") && startsValue(left, left.length() - value.length() - 1);
    return !value.isEmpty() && (isRepeated || isRepeating);
  }

  private static boolean endsValue(String text, int end) {
    return end == text.length() || !isPart(text.charAt(end)) || text.charAt(end) == '.';
  }

  private static boolean startsValue(String text, int start) {
    return start == 0 || !isPart(text.charAt(start - 1));
  }

  /** Whether a value may go on with this character before or behind it. */
  private static boolean isPart(char c) {
    return c < 128 && (Character.isLetterOrDigit(c) || ".+-*/^_{}()\\".indexOf(c) >= 0);
  }

  private static String bare(String text) {
    return AnswerText.lower(text).replace("$", "").replace("\\,", "").replace(" ", "");
  }
}
