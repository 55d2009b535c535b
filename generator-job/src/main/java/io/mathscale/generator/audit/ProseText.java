package io.mathscale.generator.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The parts of a question that are prose: neither formulas nor LaTeX commands. */
final class ProseText {
  private static final int LEAST_LETTERS = 3;
  private static final String SENTENCE_ENDS = ".?!。？！．";

  private final String text;
  private final boolean[] isFormula;

  ProseText(String text) {
    this.text = text;
    isFormula = new boolean[text.length()];
    markDollars();
    markBetween("\\(", "\\)");
    markBetween("\\[", "\\]");
    markBetween("\\begin", "\\end");
    markCommands();
  }

  /**
   * A part of the text.
   *
   * @param start the first character
   * @param end the character after the last one
   */
  record Part(int start, int end) {
    String of(String text) {
      return text.substring(start, end);
    }
  }

  boolean isProse(int place) {
    return !isFormula[place];
  }

  /** Whether the text is written in ideographs rather than in letters. */
  boolean isIdeographic() {
    return text.codePoints().filter(Character::isIdeographic).count() > letters().size();
  }

  /**
   * Words of three letters or more that are no names of points; in a text of ideographs each two
   * neighbours, which is what most Chinese words are.
   */
  List<Part> words() {
    return isIdeographic() ? ideographs() : letters();
  }

  private List<Part> ideographs() {
    List<Part> words = new ArrayList<>();
    for (int place = 0; place + 1 < text.length(); place++) {
      if (isIdeograph(place) && isIdeograph(place + 1)) {
        words.add(new Part(place, place + 2));
        place++;
      }
    }

    return words;
  }

  private List<Part> letters() {
    List<Part> words = new ArrayList<>();
    int place = 0;
    while (place < text.length()) {
      int end = place;
      while (end < text.length() && isProse(end) && isLetter(end)) {
        end++;
      }

      if (isWord(place, end)) {
        words.add(new Part(place, end));
      }

      place = Math.max(end, place + 1);
    }

    return words;
  }

  /** Sentences with the white space after them. */
  List<Part> sentences() {
    List<Part> sentences = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      if (isEnd(i)) {
        int next = i + 1;
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
          next++;
        }

        sentences.add(new Part(start, next));
        start = next;
        i = next - 1;
      }
    }

    if (!text.substring(start).isBlank()) {
      sentences.add(new Part(start, text.length()));
    }

    return sentences;
  }

  private boolean isEnd(int place) {
    char end = text.charAt(place);
    if (!isProse(place) || SENTENCE_ENDS.indexOf(end) < 0) {
      return false;
    }

    boolean isLast = place + 1 == text.length();
    boolean isInitial = place == 1 || place > 1 && !isLetter(place - 2) && isLetter(place - 1);
    return end > Byte.MAX_VALUE
        || isLast
        || Character.isWhitespace(text.charAt(place + 1)) && !(end == '.' && isInitial);
  }

  private boolean isWord(int start, int end) {
    boolean isNamed = text.substring(start, end).chars().noneMatch(Character::isLowerCase);
    return end - start >= LEAST_LETTERS
        && !isNamed
        && (start == 0 || !isBound(start - 1))
        && (end == text.length() || !isBound(end));
  }

  /** Whether a character makes what stands beside it more than a word. */
  private boolean isBound(int place) {
    return !isProse(place)
        || Character.isLetterOrDigit(text.charAt(place))
        || "\\_^{}$'’-".indexOf(text.charAt(place)) >= 0;
  }

  private boolean isLetter(int place) {
    char letter = text.charAt(place);
    return Character.isLetter(letter) && !Character.isIdeographic(letter);
  }

  private boolean isIdeograph(int place) {
    return isProse(place) && Character.isIdeographic(text.charAt(place));
  }

  /** An odd number of dollars are amounts of money. */
  private void markDollars() {
    List<Integer> dollars = new ArrayList<>();
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '$' && (i == 0 || text.charAt(i - 1) != '\\')) {
        dollars.add(i);
      }
    }

    for (int i = 0; dollars.size() % 2 == 0 && i < dollars.size(); i += 2) {
      mark(dollars.get(i), dollars.get(i + 1) + 1);
    }
  }

  private void markBetween(String open, String close) {
    int start = text.indexOf(open);
    while (start >= 0) {
      int end = text.indexOf(close, start);
      mark(start, end < 0 ? text.length() : end + close.length());
      start = end < 0 ? -1 : text.indexOf(open, end + close.length());
    }
  }

  /** Commands with what stands in braces after them. */
  private void markCommands() {
    for (int i = text.indexOf('\\'); i >= 0; i = text.indexOf('\\', i + 1)) {
      int end = i + 1;
      while (end < text.length() && isLetter(end)) {
        end++;
      }

      while (end < text.length() && text.charAt(end) == '{' && text.indexOf('}', end) > 0) {
        end = text.indexOf('}', end) + 1;
      }

      mark(i, Math.min(text.length(), Math.max(end, i + 2)));
    }
  }

  private void mark(int start, int end) {
    Arrays.fill(isFormula, start, end, true);
  }
}
