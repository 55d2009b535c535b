package io.mathscale.grader;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the answer in a model's text, by the first of these rules that finds one: the last complete
 * box; what follows "final answer"; what follows "answer is" and the like; the last formula or
 * number; the letter of a choice, where the reference is one.
 */
final class AnswerExtraction {
  private static final String[] FINAL = {"final answer is", "final answer"};
  private static final String[] PHRASES = {
    "answer is",
    "####",
    "\na:",
    "answer:",
    "answer :",
    "solution is",
    "答案",
    "réponse",
    "respuesta",
    "antwort",
    "answer",
  };
  private static final String[] ENDS_OF_TURN = {
    "<|im_end|>", "<|im_start|>", "<|endoftext|>", "<|eot_id|>", "</s>"
  };
  private static final String END_OF_THOUGHT = "</think>";

  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<![A-Za-z0-9_.])[-−]?(?:\\d[\\d,]*+(?:\\.\\d+)?+|\\.\\d++)(?:/\\d++)?(?:\\s?\\\\?%)?");
  private static final int LONGEST_SEGMENT = 2_000;
  private static final int LONGEST_FORMULA = 1_000;
  private static final int LONGEST_SEARCH = 20_000;
  private static final int LONGEST_TAIL = 4_000;
  private static final int LONGEST_WORD = 40;

  private static final Pattern CONNECTED_FORMULA =
      Pattern.compile("\\s*(?:,|and|or|, and|, or)\\s*\\$[^$\\n]{1,200}\\$");
  private static final Pattern PROSE = Pattern.compile("(?<![\\\\A-Za-z{])[a-z]{4,}(?![A-Za-z}])");
  private static final Pattern CONNECTION = Pattern.compile("\\s*(?:,|,?\\s+and|,?\\s+or)\\s+$");
  private static final int LONGEST_CONNECTION = 8;

  /** Words of two letters that make a sentence of what else is mathematics. */
  private static final Pattern SHORT_PROSE =
      Pattern.compile(
          "(?<![\\\\A-Za-z{])(?:[Ii]s|[Ss]o|[Ww]e|[Ii]t|[Hh]e|[Aa]s|of|[Ii]f|be|[Bb]y|[Aa]t|[Oo]n)(?![A-Za-z}])");

  private AnswerExtraction() {}

  /** Where a formula stands. */
  private record Formula(int start, int end) {}

  /**
   * The answer, or empty if the text has none.
   *
   * @param completion what the model wrote
   * @param choiceWanted whether the reference is the letter of a choice
   */
  static Optional<String> of(String completion, boolean choiceWanted) {
    String text = lastTurn(completion);
    Optional<String> boxed = Boxes.last(text);
    if (boxed.isPresent()) {
      return boxed;
    }
    // phrases that begin a line may begin the text
    text = "\n" + text.substring(Math.max(0, text.length() - LONGEST_SEARCH));
    String lower = AnswerText.lower(text);
    for (String[] phrases : new String[][] {FINAL, PHRASES}) {
      for (String phrase : phrases) {
        int at = lower.lastIndexOf(phrase);
        if (at >= 0) {
          String segment = segment(text, at + phrase.length());
          Optional<String> answer = choiceWanted ? Choices.firstIn(segment) : inSegment(segment);
          if (answer.isPresent()) {
            return answer;
          }
        }
      }
    }
    if (!choiceWanted && isBareAnswer(text)) {
      return Optional.of(text.strip());
    }
    String tail = text.substring(Math.max(0, text.length() - LONGEST_TAIL));
    return choiceWanted
        ? Choices.startingOrLast(text.substring(0, Math.min(text.length(), LONGEST_TAIL)))
        : lastFormulaOrNumber(tail);
  }

  /** Whether the text is one line of mathematics, so that no part of it is the answer. */
  private static boolean isBareAnswer(String text) {
    String line = text.strip();
    return line.length() <= LONGEST_SEGMENT
        && line.indexOf('\n') < 0
        && line.indexOf('$') < 0
        && !line.contains("\\(")
        && !line.contains("\\[")
        && !SHORT_PROSE.matcher(line).find()
        && !Wording.hasProse(line)
        && Readings.isReadable(line);
  }

  /** Whether the text announces its answer instead of being one. */
  static boolean hasPhrase(String text) {
    String lower = AnswerText.lower(text);
    return Arrays.stream(PHRASES).anyMatch(lower::contains);
  }

  private static String lastTurn(String completion) {
    String text = completion;
    int thought = text.lastIndexOf(END_OF_THOUGHT);
    if (thought >= 0 && !text.substring(thought + END_OF_THOUGHT.length()).isBlank()) {
      text = text.substring(thought + END_OF_THOUGHT.length());
    }
    for (String end : ENDS_OF_TURN) {
      int at = text.indexOf(end);
      if (at > 0 && !text.substring(0, at).isBlank()) {
        text = text.substring(0, at);
      }
    }
    return text;
  }

  /** What follows a phrase, up to the end of its sentence or displayed formula. */
  private static String segment(String text, int from) {
    String rest = text.substring(from, Math.min(text.length(), from + LONGEST_SEGMENT));
    int start = 0;
    while (start < rest.length() && " :：*=\n\t".indexOf(rest.charAt(start)) >= 0) {
      start++;
    }
    rest = rest.substring(start);
    int display = displayEnd(rest);
    if (display > 0) {
      return rest.substring(0, display);
    }
    for (int i = 0; i < rest.length(); i++) {
      char c = rest.charAt(i);
      boolean endsSentence =
          c == '.' && (i + 1 == rest.length() || Character.isWhitespace(rest.charAt(i + 1)));
      if (c == '\n' || c == '。' || endsSentence) {
        return rest.substring(0, i);
      }
    }
    return rest;
  }

  /** Where a formula that begins the text ends, or 0 if it begins otherwise. */
  private static int displayEnd(String text) {
    for (String[] pair : new String[][] {{"$$", "$$"}, {"\\[", "\\]"}}) {
      if (text.startsWith(pair[0])) {
        int end = text.indexOf(pair[1], 2);
        return end < 0 ? 0 : end + 2;
      }
    }
    return 0;
  }

  private static Optional<String> inSegment(String segment) {
    String text = segment.replace("**", "").strip();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    int is = text.lastIndexOf(" is ");
    boolean isWords = Wording.isPlain(text) && is < 0;
    if (isWords || (!Wording.hasProse(text) && Readings.isReadable(text))) {
      return Optional.of(text);
    }
    Formula formula = firstFormula(text);
    if (formula != null && formula.start() == 0) {
      return Optional.of(text.substring(formula.start(), connectedEnd(text, formula)));
    }
    if (is >= 0) {
      return inSegment(text.substring(is + " is ".length()));
    }
    Optional<String> found = lastFormulaOrNumber(text);
    return found.isPresent() ? found : Optional.of(text);
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

  /** The later of the last formula in mathematical delimiters and the last number. */
  private static Optional<String> lastFormulaOrNumber(String text) {
    Formula formula = lastFormula(text);
    int afterFormula = formula == null ? 0 : formula.end();
    Optional<String> number = lastNumber(text.substring(afterFormula));
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

  private static boolean isFormula(String content) {
    return !content.isBlank()
        && content.length() <= LONGEST_FORMULA
        && !PROSE.matcher(content).find();
  }

  /** A formula between plain words, or the last number. */
  private static Optional<String> lastNumber(String text) {
    String chunk = lastChunk(text);
    if (chunk.indexOf('\\') >= 0) {
      int equals = chunk.lastIndexOf('=');
      String formula = chunk.substring(equals + 1).strip();
      if (!formula.isEmpty() && Readings.isReadable(formula)) {
        return Optional.of(formula);
      }
    }
    String last = null;
    Matcher numbers = NUMBER.matcher(text);
    while (numbers.find()) {
      last = numbers.group();
    }
    return Optional.ofNullable(last);
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
