package io.mathscale.generator.replies.pairs;

import io.mathscale.generator.replies.text.Phrases;
import io.mathscale.grader.FinalAnswer;
import java.util.List;
import java.util.Set;

/**
 * Tells whether a text ends before it is finished: in a formula or sentence, with a blank, or given
 * up.
 */
public final class CutText {
  /** Words that end no sentence. */
  private static final Set<String> OPEN_WORDS =
      Set.of(
          "the",
          "an",
          "of",
          "to",
          "and",
          "or",
          "is",
          "are",
          "we",
          "that",
          "by",
          "in",
          "for",
          "with",
          "from",
          "so",
          "then",
          "because",
          "since",
          "if",
          "as",
          "at",
          "on",
          "which",
          "when",
          "where",
          "therefore",
          "thus",
          "hence",
          "let",
          "our",
          "its",
          "their",
          "be",
          "has",
          "have",
          "into",
          "using",
          "than");

  /** So many sentences at the end may tell that a solution is given up. */
  private static final int MOST_LAST = 3;

  private static final String LEFT = "\\left";

  /** So many sentences with an end tell that all should have one; numbers of items are none. */
  private static final int FEWEST_ENDED = 2;

  private CutText() {}

  /** Whether the text ends so. */
  public static boolean isCut(String text) {
    String end = text.strip();
    if (end.isEmpty()) {
      return false;
    }

    return hasOpenBox(end) || endsOpen(end) || hasOpenFormula(end);
  }

  /** Whether the last sentences say that the question is wrong. */
  public static boolean isGivenUp(String solution) {
    List<String> sentences = Sentences.ofLastParagraph(solution);
    int from = Math.max(0, sentences.size() - MOST_LAST);
    return Phrases.isFlawed(String.join(" ", sentences.subList(from, sentences.size())));
  }

  /** Whether the last sentence leaves its box blank, and nothing before it states an answer. */
  public static boolean isLeftBlank(String solution) {
    List<String> sentences = Sentences.ofLastParagraph(solution);
    return FinalAnswer.isLeftBlank(solution)
        && FinalAnswer.isLeftBlank(sentences.get(sentences.size() - 1));
  }

  /**
   * Whether the text ends in a word while its sentences have ends. That tells something only of a
   * solution without an answer.
   */
  public static boolean endsWithinSentence(String text) {
    int ended = 0;
    for (int at = 1; at + 1 < text.length(); at++) {
      boolean isMark = ".!?。！？".indexOf(text.charAt(at)) >= 0;
      boolean isSentence = isMark && !isItemNumber(text, at);
      boolean isEnd = Character.isWhitespace(text.charAt(at + 1)) || text.charAt(at) > '\u2E80';
      ended += isSentence && isEnd ? 1 : 0;
    }

    return ended >= FEWEST_ENDED && Character.isLetter(text.charAt(text.length() - 1));
  }

  /** {@code 1.} at the beginning of a line. */
  private static boolean isItemNumber(String text, int point) {
    int at = point;
    while (at > 0 && Character.isDigit(text.charAt(at - 1))) {
      at--;
    }

    return at < point && (at == 0 || text.charAt(at - 1) == '\n');
  }

  /** A box without its end. */
  private static boolean hasOpenBox(String text) {
    int box = text.lastIndexOf("\\boxed");
    int open = box < 0 ? -1 : text.indexOf('{', box);
    if (box < 0) {
      return false;
    }

    if (open < 0) {
      return box + "\\boxed".length() >= text.length();
    }

    int depth = 0;
    for (int at = open; at < text.length(); at++) {
      char c = text.charAt(at);
      boolean isEscaped = at > 0 && text.charAt(at - 1) == '\\';
      depth += c == '{' && !isEscaped ? 1 : c == '}' && !isEscaped ? -1 : 0;
      if (depth == 0) {
        return false;
      }
    }

    return true;
  }

  private static boolean endsOpen(String text) {
    char last = text.charAt(text.length() - 1);
    if (",=+(&{[<".indexOf(last) >= 0) {
      return true;
    }

    int from = text.length();
    while (from > 0 && Character.isLetter(text.charAt(from - 1))) {
      from--;
    }

    boolean isWord =
        from < text.length() && (from == 0 || Character.isWhitespace(text.charAt(from - 1)));
    return isWord && OPEN_WORDS.contains(text.substring(from));
  }

  /** A formula on lines of its own, or in dollars, that the text ends in. */
  private static boolean hasOpenFormula(String text) {
    int display = text.lastIndexOf("\\[");
    int inline = text.lastIndexOf("\\(");
    boolean isLineBreak = display > 0 && text.charAt(display - 1) == '\\';
    boolean hasOpenDisplay = display >= 0 && !isLineBreak && text.indexOf("\\]", display) < 0;
    boolean hasOpenInline =
        inline >= 0
            && text.indexOf("\\)", inline) < 0
            && (inline == 0 || text.charAt(inline - 1) != '\\');
    int begin = text.lastIndexOf("\\begin{");
    boolean hasOpenBlock = begin >= 0 && text.indexOf("\\end{", begin) < 0;
    return hasOpenDisplay
        || hasOpenInline
        || hasOpenBlock
        || hasOpenBracket(text)
        || hasOpenDollar(text)
        || hasOpenDollars(text);
  }

  /**
   * An odd pair of dollars at the beginning of a line, behind which the text does not end like a
   * sentence.
   */
  private static boolean hasOpenDollars(String text) {
    int count = 0;
    int last = -1;
    for (int at = text.indexOf("$$"); at >= 0; at = text.indexOf("$$", at + 2)) {
      count++;
      last = at;
    }

    boolean opens = last >= 0 && text.substring(text.lastIndexOf('\n', last) + 1, last).isBlank();
    return count % 2 == 1 && opens && ".!?)]}$。".indexOf(text.charAt(text.length() - 1)) < 0;
  }

  /** An odd dollar in the last line, behind which the text does not end like a sentence. */
  private static boolean hasOpenDollar(String text) {
    String line = text.substring(text.lastIndexOf('\n') + 1);
    int count = 0;
    int last = -1;
    for (int at = line.indexOf('$'); at >= 0; at = line.indexOf('$', at + 1)) {
      if (at == 0 || line.charAt(at - 1) != '\\') {
        count++;
        last = at;
      }
    }

    char end = line.charAt(line.length() - 1);
    return count % 2 == 1 && !isMoney(line, last) && ".!?)]}。".indexOf(end) < 0 && end != '$';
  }

  /** {@code $15} and no {@code $2\\pi}. */
  private static boolean isMoney(String line, int dollar) {
    int at = dollar + 1;
    while (at < line.length() && (Character.isDigit(line.charAt(at)) || isPoint(line, at))) {
      at++;
    }

    return at > dollar + 1 && (at == line.length() || "\\^_{".indexOf(line.charAt(at)) < 0);
  }

  private static boolean isPoint(String line, int at) {
    return ".,".indexOf(line.charAt(at)) >= 0;
  }

  /** A bracket of LaTeX without its other side, behind which the text does not end. */
  private static boolean hasOpenBracket(String text) {
    int open = text.lastIndexOf(LEFT);
    while (open >= 0 && isArrow(text, open)) {
      open = text.lastIndexOf(LEFT, open - 1);
    }

    return open >= 0
        && text.indexOf("\\right", open) < 0
        && ".!?$。".indexOf(text.charAt(text.length() - 1)) < 0;
  }

  /** {@code \\leftarrow} is a command of its own. */
  private static boolean isArrow(String text, int at) {
    int end = at + LEFT.length();
    return end < text.length() && Character.isLetter(text.charAt(end));
  }
}
