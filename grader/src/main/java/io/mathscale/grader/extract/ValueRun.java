package io.mathscale.grader.extract;

import io.mathscale.grader.expression.Units;
import io.mathscale.grader.parse.WordAnswers;
import io.mathscale.grader.text.AnswerText;
import io.mathscale.grader.text.Connectives;
import java.util.Set;

/**
 * Finds where a value ends that a text begins with: before the first word, remark in brackets or
 * sign that does not belong to it. Its units, and further values that a comma, "and" or "or"
 * connects, do.
 */
final class ValueRun {
  private static final Set<String> SHORT_WORDS =
      Set.of(
          "is", "so", "in", "of", "if", "by", "at", "to", "on", "as", "we", "he", "it", "be", "an",
          "my", "no", "up", "do", "go", "us", "me", "vs", "am", "pm");

  /** Words that say something of all members of a list before them. */
  private static final Set<String> AFTER_LISTS =
      Set.of(
          "are", "is", "respectively", "because", "since", "as", "where", "which", "with", "for");

  private static final String ENDS = "?\"“”#`→⇒;。，、；！？：…✓✅";

  private final String text;
  private int at;
  private int firstComma = -1;
  private int depth;

  private ValueRun(String text) {
    this.text = text;
  }

  /** The end of the value that the text begins with; 0 if it begins with none. */
  static int end(String text) {
    ValueRun run = new ValueRun(text);
    int end = run.scan();
    while (end > 0 && " ,;:.-–\n\t".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return end;
  }

  private int scan() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (Character.isLetter(c)) {
        if (!skipWord()) {
          return at;
        }
      } else if (c == '\\') {
        at = commandEnd();
      } else if (c == '$') {
        at = formulaEnd();
      } else if (c == ',') {
        firstComma = firstComma < 0 && !isDigit(at + 1) ? at : firstComma;
        at++;
      } else if (endsHere(c)) {
        return at;
      } else {
        at++;
      }
    }
    return at;
  }

  private boolean endsHere(char c) {
    boolean spaceBefore = at > 0 && Character.isWhitespace(text.charAt(at - 1));
    boolean spaceAfter = at + 1 >= text.length() || Character.isWhitespace(text.charAt(at + 1));
    return switch (c) {
      case '{' -> {
        depth++;
        yield false;
      }
      case '}' -> isUnmatched();
      case '(' -> spaceBefore && isRemark();
      case '.' -> !isDigit(at + 1);
      case ':' -> !isDigit(at + 1) && !spaceBefore;
      case '!' -> spaceAfter;
      case '—' -> true;
      case '–', '-' -> spaceBefore && spaceAfter && startsWord(skipSpace(at + 1));
      case '*' -> isAt(at + 1, '*') && !isPower();
      case '<' -> isAt(at + 1, '/') || startsWord(at + 1);
      case '\n' -> isAt(at + 1, '\n') || startsWord(skipSpace(at + 1));
      default -> ENDS.indexOf(c) >= 0 || Character.getType(c) == Character.SURROGATE;
    };
  }

  /** Whether the brace closes one that opened before the value. */
  private boolean isUnmatched() {
    depth--;
    return depth < 0;
  }

  /** {@code x**2}, and not the end of bold type. */
  private boolean isPower() {
    boolean before =
        at > 0 && (Character.isLetterOrDigit(text.charAt(at - 1)) || text.charAt(at - 1) == ')');
    int next = at + 2;
    boolean after =
        next < text.length()
            && (Character.isLetterOrDigit(text.charAt(next))
                || text.charAt(next) == '('
                || text.charAt(next) == '-');
    return before && after;
  }

  /** {@code (5+5)} after a whole number, and {@code (rounded from 9.97)}. */
  private boolean isRemark() {
    boolean afterNumber = endsNumber(at);
    boolean onlyNumbers = true;
    int end = at + 1;
    while (end < text.length() && text.charAt(end) != ')') {
      char c = text.charAt(end);
      if (Character.isLetter(c)) {
        onlyNumbers = false;
        String word = wordAt(end);
        if (word.equals("or") || (isWordAt(end) && !isMathematical(word))) {
          return true;
        }
        end += word.length();
      } else if (c == '\\') {
        onlyNumbers = false;
        end++;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
          end++;
        }
      } else {
        end++;
      }
    }
    return afterNumber && onlyNumbers && text.substring(0, at).indexOf(',') < 0;
  }

  private boolean endsNumber(int index) {
    int i = index - 1;
    while (i >= 0 && text.charAt(i) == ' ') {
      i--;
    }
    boolean isFormula = i > 0 && text.charAt(i) == '$' && text.charAt(0) == '$';
    i -= isFormula ? 1 : 0;
    return i >= 0 && (Character.isDigit(text.charAt(i)) || text.charAt(i) == '%' || isFormula);
  }

  private boolean skipWord() {
    if (text.startsWith("i.e.", at) || text.startsWith("e.g.", at)) {
      return false;
    }
    String word = wordAt(at);
    String lower = AnswerText.lower(word);
    int end = at + word.length();
    if (connects(lower, end)) {
      if (!startsValue(skipSpace(end))) {
        return false;
      }
      at = end;
      return true;
    }
    boolean isArticle =
        (lower.equals("a") || word.equals("I")) && isAt(end, ' ') && startsWord(end + 1);
    boolean isProse =
        isArticle
            || (SHORT_WORDS.contains(lower) && !endsUnit(lower, end))
            || !isMathematical(lower)
            || (word.charAt(0) > 0x2e80);
    if (isProse) {
      if (firstComma >= 0 && !AFTER_LISTS.contains(lower)) {
        at = firstComma;
      }
      return false;
    }
    at = end;
    return true;
  }

  /** "and" or "or"; in another language only where it is no name and a value follows. */
  private boolean connects(String lower, int end) {
    return lower.equals("and")
        || lower.equals("or")
        || (Connectives.isAlways(lower) && startsValue(skipSpace(end)));
  }

  /** The unit {@code in} at the end of a text. */
  private boolean endsUnit(String lower, int end) {
    return lower.equals("in") && skipSpace(end) >= text.length() - 1;
  }

  private static boolean isMathematical(String word) {
    String lower = AnswerText.lower(word);
    return word.length() < 3
        ? !SHORT_WORDS.contains(lower) || Units.isUnit(lower)
        : !WordAnswers.hasProse(word);
  }

  private boolean startsValue(int index) {
    if (index >= text.length()) {
      return false;
    }
    char c = text.charAt(index);
    if (Character.isLetter(c)) {
      return !isWordAt(index) || isMathematical(wordAt(index));
    }
    return "\\$-−(".indexOf(c) >= 0 || Character.isDigit(c);
  }

  private boolean startsWord(int index) {
    return index < text.length() && Character.isLetter(text.charAt(index)) && isWordAt(index);
  }

  private boolean isWordAt(int index) {
    return index + 1 < text.length()
        && (Character.isLetter(text.charAt(index + 1)) || text.charAt(index) > 0x2e80);
  }

  private String wordAt(int index) {
    int end = index;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return text.substring(index, end);
  }

  /** The end of a command, with the argument of those whose argument is text or an environment. */
  private int commandEnd() {
    int end = at + 1;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    String name = text.substring(at + 1, end);
    if (name.isEmpty()) {
      char next = end < text.length() ? text.charAt(end) : ' ';
      int close = next == '(' ? text.indexOf("\\)", end) : -1;
      close = next == '[' ? text.indexOf("\\]", end) : close;
      return close < 0 ? Math.min(text.length(), end + 1) : close + 2;
    }
    if (name.equals("begin")) {
      int close = text.lastIndexOf("\\end{");
      int brace = close < at ? -1 : text.indexOf('}', close);
      return brace < 0 ? end : brace + 1;
    }
    boolean takesText =
        name.startsWith("text")
            || name.startsWith("math")
            || name.equals("mbox")
            || name.equals("operatorname");
    int close = takesText && isAt(end, '{') ? text.indexOf('}', end) : -1;
    return close < 0 ? end : close + 1;
  }

  /** The end of a formula in dollar signs; a sign without a partner is one of money. */
  private int formulaEnd() {
    boolean isDisplay = isAt(at + 1, '$');
    int from = at + (isDisplay ? 2 : 1);
    int close = text.indexOf(isDisplay ? "$$" : "$", from);
    boolean isFormula = close > from && FormulasInText.isFormula(text.substring(from, close));
    return isFormula ? close + (isDisplay ? 2 : 1) : from;
  }

  private int skipSpace(int from) {
    int index = from;
    while (index < text.length() && Character.isWhitespace(text.charAt(index))) {
      index++;
    }
    return index;
  }

  private boolean isAt(int index, char c) {
    return index < text.length() && text.charAt(index) == c;
  }

  private boolean isDigit(int index) {
    return index < text.length() && Character.isDigit(text.charAt(index));
  }
}
