package io.mathscale.generator.replies.text;

import java.util.ArrayList;
import java.util.List;

/** Cuts from the ends of a text what is not the text: Markdown of headings, rules, fences, talk. */
public final class Ends {
  private static final int MOST_PARAGRAPHS_OF_TALK = 12;
  private static final int LONGEST_ADDRESS = 300;

  private Ends() {}

  /** The text without white space, rules, empty marks and fences at its ends. */
  public static String trimmed(String text) {
    int start = 0;
    int end = text.length();
    boolean isChanged = true;
    while (isChanged && start < end) {
      int newStart = start(text, start, end);
      int newEnd = end(text, newStart, end);
      isChanged = newStart != start || newEnd != end;
      start = newStart;
      end = newEnd;
    }

    return withoutUnpairedBold(text.substring(start, end).strip());
  }

  /** The same without talk after its end. */
  public static String withoutTalk(String text) {
    String rest = trimmed(text);
    for (int i = 0; i < MOST_PARAGRAPHS_OF_TALK; i++) {
      int paragraph = lastParagraph(rest);
      if (paragraph <= 0 || !isTalk(rest, paragraph)) {
        return rest;
      }

      rest = trimmed(rest.substring(0, paragraph));
    }

    return rest;
  }

  /** A text in bold or italics as a whole without its stars, one in quotes without these. */
  public static String unwrapped(String text) {
    int length = text.length();
    boolean isBold = length > 4 && text.startsWith("**") && text.endsWith("**");
    if (isBold && text.indexOf("**", 2) == length - 2) {
      return text.substring(2, length - 2).strip();
    }

    boolean isItalic = length > 2 && text.charAt(0) == '*' && text.charAt(length - 1) == '*';
    if (isItalic && text.indexOf('*', 1) == length - 1) {
      return text.substring(1, length - 1).strip();
    }

    boolean isQuoted = length > 2 && text.charAt(0) == '"' && text.charAt(length - 1) == '"';
    return isQuoted && text.indexOf('"', 1) == length - 1
        ? text.substring(1, length - 1).strip()
        : text;
  }

  /** Without the bullet of a list of one item. */
  public static String withoutBullet(String text) {
    boolean isItem =
        text.length() > 2 && "-*+•".indexOf(text.charAt(0)) >= 0 && text.charAt(1) == ' ';
    String bullet = isItem ? text.substring(0, 2) : "";
    boolean isAlone =
        isItem && text.lines().skip(1).noneMatch(line -> line.strip().startsWith(bullet));
    return isAlone ? text.substring(2).strip() : text;
  }

  /** Without a quote at the end that closes none. */
  public static String withoutLastQuote(String text) {
    boolean isOdd = text.endsWith("\"") && text.chars().filter(c -> c == '"').count() % 2 == 1;
    return isOdd ? text.substring(0, text.length() - 1).strip() : text;
  }

  /** Without the lines of fences, but for those around code and plain text within the text. */
  public static String withoutFences(String text) {
    if (!text.contains("```") && !text.contains("~~~")) {
      return text;
    }

    List<String> kept = new ArrayList<>();
    String[] lines = text.split("\n", -1);
    boolean isCode = false;
    boolean hasText = false;
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i];
      if (Fence.isFence(line)) {
        boolean opensCode = !isCode && (Fence.isCode(line) || (hasText && isPlainBlock(lines, i)));
        boolean keeps = isCode || opensCode;
        isCode = opensCode;
        if (!keeps) {
          continue;
        }
      }

      kept.add(line);
      hasText |= !line.isBlank();
    }

    return String.join("\n", kept);
  }

  /**
   * Whether the fence in a line opens a block without LaTeX that stands between other lines: output
   * of a program, or a drawing.
   */
  private static boolean isPlainBlock(String[] lines, int open) {
    boolean isPlain = true;
    for (int i = open + 1; isPlain && i < lines.length; i++) {
      if (Fence.isFence(lines[i])) {
        return i > open + 1 && !lines[i].strip().matches(".*\\w.*");
      }

      isPlain = lines[i].indexOf('$') < 0 && lines[i].indexOf('\\') < 0;
    }

    return false;
  }

  private static boolean isTalk(String text, int start) {
    String paragraph = text.substring(start);
    boolean isBehindBox = text.lastIndexOf("\\boxed", start) >= 0;
    // A paragraph that states the answer is part of the solution, whatever it begins with.
    return (Phrases.isTalk(paragraph) || (isBehindBox && isAddress(paragraph)))
        && !paragraph.contains("\\boxed")
        && !paragraph.toLowerCase(java.util.Locale.ROOT).contains("answer is");
  }

  /** Words alone, in any language, that ask the reader or cheer. */
  private static boolean isAddress(String paragraph) {
    if (paragraph.length() > LONGEST_ADDRESS
        || paragraph.chars().anyMatch(c -> Character.isDigit(c) || "$\\=".indexOf(c) >= 0)) {
      return false;
    }

    int end = paragraph.length();
    while (end > 0 && !isLetterOrMark(paragraph.charAt(end - 1))) {
      end--;
    }

    return end > 0 && "?？!！".indexOf(paragraph.charAt(end - 1)) >= 0;
  }

  private static boolean isLetterOrMark(char c) {
    return Character.isLetter(c) || ".。?？!！)）:：".indexOf(c) >= 0;
  }

  /** Where the last paragraph begins, or −1. */
  private static int lastParagraph(String text) {
    int lineEnd = text.length();
    while (lineEnd > 0) {
      int lineStart = text.lastIndexOf('\n', lineEnd - 1) + 1;
      if (isBlankOrRule(text, lineStart, lineEnd)) {
        return Math.min(text.length(), lineEnd + 1);
      }

      lineEnd = lineStart - 1;
    }

    return -1;
  }

  private static boolean isBlankOrRule(String text, int from, int to) {
    int marks = 0;
    for (int at = from; at < to; at++) {
      char c = text.charAt(at);
      if (c == '-' || c == '_' || c == '*' || c == '=') {
        marks++;
      } else if (!Character.isWhitespace(c)) {
        return false;
      }
    }

    return marks == 0 || marks >= 3;
  }

  private static int start(String text, int from, int end) {
    int at = from;
    while (at < end) {
      char c = text.charAt(at);
      if (isSpace(c) || c == ':' || c == '：') {
        at++;
      } else {
        int run = run(text, at, end);
        boolean isLine = run > 0 && (at + run == end || text.charAt(at + run) == '\n');
        boolean isAlone = isLine || (run > 1 && c != '#' && isSpace(text.charAt(at + run)));
        if ((!isAlone && c != '>') || run == 0 || (isLine && run == 1 && c != '#' && c != '>')) {
          break;
        }

        at += run;
      }
    }

    return fenceEnd(text, at, end);
  }

  /** After a fence line that opens here and is not around code. */
  private static int fenceEnd(String text, int at, int end) {
    int line = text.indexOf('\n', at);
    int lineEnd = line < 0 || line > end ? end : line;
    boolean opens = at < end && (text.startsWith("```", at) || text.startsWith("~~~", at));
    return opens
            && !Fence.isCode(text.substring(at, Math.min(lineEnd, at + 40)))
            && lineEnd - at < 20
        ? lineEnd
        : at;
  }

  private static int end(String text, int start, int from) {
    int end = from;
    while (end > start) {
      char c = text.charAt(end - 1);
      if (isSpace(c)) {
        end--;
        continue;
      }

      if (end - start > 2 && text.startsWith("\\\\", end - 2)) {
        end -= 2; // A line end of LaTeX.
        continue;
      }

      int run = runBefore(text, start, end);
      boolean isAlone = run > 0 && (end - run == start || isSpace(text.charAt(end - run - 1)));
      boolean isMark = run >= 2 || c == '#' || c == '>';
      boolean isFence = run == 3 && (c == '`' || c == '~');
      if (!isAlone || !isMark || (isFence && isCodeOpen(text, start, end - run))) {
        break;
      }

      end -= run;
    }

    return end;
  }

  /** Whether a fence before this one opened code or plain text, which this one closes. */
  private static boolean isCodeOpen(String text, int start, int end) {
    int open = text.lastIndexOf("```", end - 1);
    if (open < start) {
      return false;
    }

    int line = text.indexOf('\n', open);
    boolean isPlain =
        !text.substring(start, open).isBlank()
            && text.substring(open, end).chars().noneMatch(c -> c == '$' || c == '\\');
    return isPlain
        || Fence.isCode(text.substring(open, line < 0 ? end : Math.min(line, open + 40)));
  }

  private static int run(String text, int at, int end) {
    char c = text.charAt(at);
    if ("*_-#=>`~".indexOf(c) < 0) {
      return 0;
    }

    int to = at;
    while (to < end && text.charAt(to) == c) {
      to++;
    }

    return to - at;
  }

  private static int runBefore(String text, int start, int end) {
    char c = text.charAt(end - 1);
    if ("*_-#=>`~".indexOf(c) < 0) {
      return 0;
    }

    int from = end;
    while (from > start && text.charAt(from - 1) == c) {
      from--;
    }

    return end - from;
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || c == '\u00A0';
  }

  private static String withoutUnpairedBold(String text) {
    if (!text.endsWith("**") && !text.startsWith("**")) {
      return text;
    }

    int count = 0;
    for (int at = text.indexOf("**"); at >= 0; at = text.indexOf("**", at + 2)) {
      count++;
    }

    if (count % 2 == 0) {
      return text;
    }

    return text.endsWith("**")
        ? text.substring(0, text.length() - 2).strip()
        : text.substring(2).strip();
  }
}
