package io.mathscale.grader.extract;

import io.mathscale.grader.text.Connectives;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds formulas and numbers among words. */
final class FormulasInText {
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<![A-Za-z0-9_.])[-−]?(?:\\d[\\d,]*+(?:\\.\\d+)?+|\\.\\d++)(?:/\\d++)?(?:\\s?\\\\?%)?");
  private static final int LONGEST_FORMULA = 1_000;
  private static final int LONGEST_WORD = 40;

  private static final Pattern CONNECTED_FORMULA =
      Pattern.compile(
          "\\s*+(?:,\\s*+(?:"
              + Connectives.pattern()
              + "\\s*+)?|"
              + Connectives.pattern()
              + "\\s*+)\\$[^$\\n]{1,200}\\$");
  private static final int SHORTEST_WORD = 4;
  private static final Pattern CONNECTION =
      Pattern.compile("\\s*(?:,|,?\\s+" + Connectives.pattern() + "|和|或)\\s*$");
  private static final int LONGEST_CONNECTION = 8;

  private FormulasInText() {}

  /** Where a formula stands. */
  private record Formula(int start, int end) {}

  /** The formula that begins the text, with those that "and", "or" or a comma connects to it. */
  static Optional<String> leading(String text) {
    Formula first = firstFormula(text);
    return first == null
        ? Optional.empty()
        : Optional.of(text.substring(0, connectedEnd(text, first)));
  }

  /** The end of the last of the formulas that only "and", "or" or a comma connects. */
  private static int connectedEnd(String text, Formula first) {
    int end = first.end();
    while (true) {
      Matcher next = CONNECTED_FORMULA.matcher(text);
      next.region(end, text.length());
      if (!next.lookingAt()) {
        return end;
      }
      end = next.end();
    }
  }

  private static Formula firstFormula(String text) {
    for (String[] pair : new String[][] {{"$", "$"}, {"\\(", "\\)"}}) {
      if (text.startsWith(pair[0])) {
        int end = text.indexOf(pair[1], pair[0].length());
        if (end > 0) {
          return new Formula(0, end + pair[1].length());
        }
      }
    }
    return null;
  }

  /** Whether the text is a number, and nothing else. */
  static boolean isNumber(String text) {
    return NUMBER.matcher(text).matches();
  }

  /** The later of the last formula in mathematical delimiters and the last number. */
  static Optional<String> lastOrNumber(String text, Wanted wanted) {
    Formula formula = lastFormula(text);
    int afterFormula = formula == null ? 0 : formula.end();
    Optional<String> number = lastNumber(text.substring(afterFormula), wanted);
    if (number.isPresent()) {
      return number;
    }
    return formula == null
        ? Optional.empty()
        : Optional.of(text.substring(connectedStart(text, formula.start()), formula.end()));
  }

  /** The start of the first of the formulas that "and", "or" or a comma connects to this one. */
  private static int connectedStart(String text, int from) {
    int start = from;
    while (text.startsWith("$", start)) {
      Matcher connection =
          CONNECTION.matcher(text.substring(Math.max(0, start - LONGEST_CONNECTION), start));
      if (!connection.find()) {
        return start;
      }
      int close = start - connection.group().length() - 1;
      int open = close < 0 || text.charAt(close) != '$' ? -1 : text.lastIndexOf('$', close - 1);
      if (open < 0 || !isFormula(text.substring(open + 1, close))) {
        return start;
      }
      start = open;
    }
    return start;
  }

  /** The earlier of the first formula in dollar signs and the first number. */
  static Optional<String> firstOrNumber(String text, Wanted wanted) {
    Matcher numbers = NUMBER.matcher(text);
    int number = numbers.find() ? numbers.start() : text.length();
    int open = text.indexOf('$');
    int close = open < 0 ? -1 : text.indexOf('$', open + 1);
    boolean isFormula =
        close > open + 1 && open < number && isFormula(text.substring(open + 1, close));
    if (isFormula) {
      Formula formula = new Formula(open, close + 1);
      return Optional.of(text.substring(open, connectedEnd(text, formula)));
    }
    return number < text.length() ? Optional.of(numbers.group()) : lastOrNumber(text, wanted);
  }

  private static Formula lastFormula(String text) {
    Formula dollars = lastInDollars(text);
    Formula round = lastBetween(text, "\\(", "\\)");
    Formula square = lastBetween(text, "\\[", "\\]");
    Formula last = null;
    for (Formula formula : new Formula[] {dollars, round, square}) {
      if (formula != null && (last == null || formula.end() > last.end())) {
        last = formula;
      }
    }
    return last;
  }

  private static Formula lastBetween(String text, String open, String close) {
    int end = text.lastIndexOf(close);
    if (end < 0) {
      return null;
    }
    int start = text.lastIndexOf(open, end);
    return start < 0 ? null : new Formula(start, end + close.length());
  }

  /** The last pair of dollar signs that holds a formula and not what stands between two prices. */
  private static Formula lastInDollars(String text) {
    int close = text.lastIndexOf('$');
    for (int tries = 0; close > 0 && tries < 50; tries++) {
      int end = close + 1;
      while (close > 0 && text.charAt(close - 1) == '$') {
        close--;
      }
      int open = text.lastIndexOf('$', close - 1);
      if (open < 0) {
        return null;
      }
      if (isFormula(text.substring(open + 1, close))) {
        return new Formula(open, end);
      }
      close = open;
    }
    return null;
  }

  /** Whether what stands between two dollar signs is a formula, and not words. */
  static boolean isFormula(String content) {
    return !content.isBlank() && content.length() <= LONGEST_FORMULA && !hasWord(content);
  }

  /** Whether there are four small letters or more that are a word, and not a command. */
  private static boolean hasWord(String text) {
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i < text.length() && isSmall(text.charAt(i))) {
        continue;
      }
      boolean isWord =
          i - start >= SHORTEST_WORD
              && (start == 0 || mayStandBeside(text.charAt(start - 1), "\\{"))
              && (i == text.length() || mayStandBeside(text.charAt(i), "}"));
      if (isWord) {
        return true;
      }
      start = i + 1;
    }
    return false;
  }

  private static boolean mayStandBeside(char c, String marks) {
    return marks.indexOf(c) < 0 && !(c >= 'A' && c <= 'Z');
  }

  private static boolean isSmall(char c) {
    return c >= 'a' && c <= 'z';
  }

  /** A formula between plain words, or the last number. */
  private static Optional<String> lastNumber(String text, Wanted wanted) {
    String chunk = lastChunk(text);
    if (chunk.indexOf('\\') >= 0) {
      int equals = chunk.lastIndexOf('=');
      String formula = chunk.substring(equals + 1).strip();
      if (!formula.isEmpty() && wanted.isReadable(formula)) {
        return Optional.of(formula);
      }
    }
    return lastPlainNumber(text);
  }

  /** The last number; only runs of characters that numbers have are searched, from the end. */
  private static Optional<String> lastPlainNumber(String text) {
    Matcher numbers = NUMBER.matcher(text).useTransparentBounds(true);
    int end = text.length();
    while (true) {
      int digit = end - 1;
      while (digit >= 0 && !isDigit(text.charAt(digit))) {
        digit--;
      }
      if (digit < 0) {
        return Optional.empty();
      }
      int start = digit;
      while (start > 0 && isPartOfNumber(text.charAt(start - 1))) {
        start--;
      }
      String last = null;
      numbers.region(start, end);
      while (numbers.find()) {
        last = numbers.group();
      }
      if (last != null) {
        return Optional.of(last);
      }
      end = start;
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isPartOfNumber(char c) {
    return isDigit(c) || "-−,./".indexOf(c) >= 0;
  }

  /** The last stretch without plain words that has a digit in it. */
  private static String lastChunk(String text) {
    int end = text.length();
    while (end > 0) {
      int start = end;
      boolean hasDigit = false;
      while (start > 0 && !endsPlainWord(text, start)) {
        start--;
        hasDigit |= Character.isDigit(text.charAt(start));
      }
      if (hasDigit) {
        return text.substring(start, end);
      }
      end = start;
      while (end > 0 && isLetter(text.charAt(end - 1))) {
        end--;
      }
    }
    return "";
  }

  private static boolean endsPlainWord(String text, int end) {
    if (!isLetter(text.charAt(end - 1))) {
      return false;
    }
    int start = end;
    while (start > 0 && end - start < LONGEST_WORD && isLetter(text.charAt(start - 1))) {
      start--;
    }
    boolean isCommand = start > 0 && text.charAt(start - 1) == '\\';
    return !isCommand && (end - start > 1 || text.charAt(start) > 127);
  }

  private static boolean isLetter(char c) {
    return Character.isLetter(c);
  }
}
