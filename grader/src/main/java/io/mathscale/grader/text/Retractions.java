package io.mathscale.grader.text;

/** Recognises values that a text only asks for, or takes back behind them. */
public final class Retractions {
  /** Clauses that take back what was said, whatever follows. */
  private static final String[] WITHDRAWALS = {
    "no wait",
    "no, wait",
    "wait, no",
    "wait no",
    "scratch that",
    "correction",
    "oops",
    "my mistake",
    "i made a mistake",
    "i made an error",
    "i was wrong",
    "that's wrong",
    "that’s wrong",
    "that is wrong",
    "that was wrong",
    "that's incorrect",
    "that’s incorrect",
    "that is incorrect",
    "that's not right",
    "that’s not right",
    "that is not right",
    "but that's wrong",
    "but that’s wrong",
    "but that is wrong",
    "but that was wrong",
    "this is wrong",
    "this is incorrect",
    "which is wrong",
    "更正",
    "不对",
    "错了"
  };

  /** Clauses that take back what was said if another value follows. */
  private static final String[] TURNS = {
    "actually",
    "wait",
    "no,",
    "no.",
    "no:",
    "sorry",
    "i mean",
    "rather",
    "hmm",
    "let me correct",
    "let me fix",
    "on second thought",
    "but it is",
    "but it's",
    "but it’s",
    "but actually",
    "but the correct",
    "but the real",
    "but the right",
    "but the actual",
    "however, it is",
    "however, the correct",
    "it should be",
    "it is actually",
    "it's actually",
    "but wait",
    "oh wait",
    "hold on",
    "on reflection",
    "instead",
    "其实",
    "等等"
  };

  private static final String[] DRAFTS = {
    "first thought",
    "initially thought",
    "originally thought",
    "thought at first",
    "used to think",
    "mistakenly thought",
    "wrongly thought",
    "at first i thought",
    "first i thought",
    "at first glance",
    "might think",
    "may think"
  };

  private static final int LONGEST = 1_000;
  private static final int LONGEST_SENTENCE = 200;

  private Retractions() {}

  /** Whether a question mark ends the sentence that goes on here. */
  public static boolean isAsked(String text, int from) {
    int most = Math.min(text.length(), from + LONGEST_SENTENCE);
    for (int i = from; i < most; i++) {
      char c = text.charAt(i);
      if (c == '?' || c == '？') {
        return true;
      }
      if (endsSentence(text, i)) {
        return false;
      }
    }
    return false;
  }

  /**
   * Whether the text takes back a value behind it.
   *
   * @param text the text
   * @param from where the value ends
   * @param value the value
   */
  public static boolean isTakenBack(String text, int from, String value) {
    String behind = text.substring(from, Math.min(text.length(), from + LONGEST));
    String rest = AnswerText.lower(behind);
    for (String words : WITHDRAWALS) {
      if (clause(rest, words, 0) >= 0) {
        return true;
      }
    }
    for (String words : TURNS) {
      for (int at = clause(rest, words, 0); at >= 0; at = clause(rest, words, at + 1)) {
        int end = at + words.length();
        boolean isOther = rest.startsWith(" than ", end) || rest.startsWith(" of ", end);
        boolean isKept = isOther || rest.startsWith(" not ", end);
        String other = isKept ? "" : other(behind.substring(end), value);
        if (!other.isEmpty()) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether the words before a place tell of a thought that was given up. */
  public static boolean isDraft(String text, int end) {
    int start = end;
    int least = Math.max(0, end - LONGEST_SENTENCE);
    while (start > least && !endsSentence(text, start - 1)) {
      start--;
    }
    String before = AnswerText.lower(text.substring(start, end));
    for (String words : DRAFTS) {
      if (before.contains(words)) {
        return true;
      }
    }
    return false;
  }

  /** The first place of words with which a clause begins, or −1. */
  private static int clause(String lower, String words, int from) {
    for (int at = lower.indexOf(words, from); at >= 0; at = lower.indexOf(words, at + 1)) {
      int before = at - 1;
      while (before >= 0 && " *_\"“'\t".indexOf(lower.charAt(before)) >= 0) {
        before--;
      }
      int end = at + words.length();
      boolean isStart = before < 0 || ".,;:!?…—–-(\n。，；！？）)$}".indexOf(lower.charAt(before)) >= 0;
      boolean isWord =
          end == lower.length() || !isLatin(lower.charAt(end)) || words.charAt(0) > 127;
      if (isStart && isWord) {
        return at;
      }
    }
    return -1;
  }

  private static boolean isLatin(char c) {
    return c < 128 && Character.isLetter(c);
  }

  /**
   * The last value of the sentence that the text begins with, or of the next if that has none;
   * empty if it is the value that was said. Letters are looked for where a letter was said.
   */
  private static String other(String text, String value) {
    boolean isChoice = !value.isEmpty() && lastChoice(value).length() == value.length();
    String said = isChoice ? lastChoice(value) : lastNumber(value);
    int start = 0;
    for (int sentences = 0; sentences < 2 && start < text.length(); sentences++) {
      int end = start;
      while (end < text.length() && !endsSentence(text, end)) {
        end++;
      }
      String sentence = text.substring(start, end);
      String last = isChoice ? lastChoice(sentence) : lastNumber(sentence);
      if (!last.isEmpty()) {
        return last.equals(said) ? "" : last;
      }
      start = end + 1;
    }
    return "";
  }

  /** The last capital letter that stands alone and may be that of a choice, or the empty string. */
  private static String lastChoice(String text) {
    for (int i = text.length() - 1; i >= 0; i--) {
      char c = text.charAt(i);
      boolean startsWord = i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1));
      boolean endsWord =
          i + 1 == text.length()
              || (!Character.isLetterOrDigit(text.charAt(i + 1)) && text.charAt(i + 1) != '\'');
      boolean isArticle = c == 'A' && text.startsWith(" ", i + 1);
      if (c >= 'A' && c <= 'H' && startsWord && endsWord && !isArticle) {
        return String.valueOf(c);
      }
    }
    return "";
  }

  /** The last number without separators, or the empty string. */
  private static String lastNumber(String text) {
    int end = text.length();
    while (end > 0 && !Character.isDigit(text.charAt(end - 1))) {
      end--;
    }
    int start = end;
    while (start > 0
        && (Character.isDigit(text.charAt(start - 1))
            || ".,".indexOf(text.charAt(start - 1)) >= 0)) {
      start--;
    }
    boolean isNegative = start > 0 && "-−".indexOf(text.charAt(start - 1)) >= 0;
    return (isNegative ? "-" : "") + text.substring(start, end).replace(",", "");
  }

  private static boolean endsSentence(String text, int at) {
    char c = text.charAt(at);
    boolean isPoint =
        c == '.' && (at + 1 == text.length() || Character.isWhitespace(text.charAt(at + 1)));
    return isPoint || "\n!?。？！".indexOf(c) >= 0;
  }
}
