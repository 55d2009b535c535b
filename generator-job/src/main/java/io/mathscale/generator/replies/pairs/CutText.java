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

    boolean isMoney =
        last >= 0 && last + 1 < line.length() && Character.isDigit(line.charAt(last + 1));
    char end = line.charAt(line.length() - 1);
    return count % 2 == 1 && !isMoney && ".!?)]}。".indexOf(end) < 0 && end != '$';
  }
}
