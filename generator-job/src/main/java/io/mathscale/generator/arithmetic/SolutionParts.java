package io.mathscale.generator.arithmetic;

import java.util.ArrayList;
import java.util.List;

/**
 * Parts of a solution that are read for themselves: its text, without drawings, code and tables,
 * and the calculations in {@code <<12*3=36>>} that GSM8K adds to it.
 */
final class SolutionParts {
  /** Begins and ends of what holds no equalities; a part that does not end goes to the end. */
  private static final String[][] LEFT_OUT = {
    {"[asy]", "[/asy]"},
    {"```", "```"},
    {"\\begin{array}", "\\end{array}"},
    {"\\begin{tabular}", "\\end{tabular}"},
    {"\\begin{tikzpicture}", "\\end{tikzpicture}"},
    {"\\begin{matrix}", "\\end{matrix}"},
    {"\\begin{pmatrix}", "\\end{pmatrix}"},
    {"\\begin{bmatrix}", "\\end{bmatrix}"},
    {"\\begin{vmatrix}", "\\end{vmatrix}"},
    {"\\begin{cases}", "\\end{cases}"}
  };

  private static final String CALCULATION = "<<";
  private static final String CALCULATION_END = ">>";

  /** A sign that stands in no text and that the lexer does not know. */
  private static final char UNKNOWN = '\u0001';

  private SolutionParts() {}

  /** The parts, the text first. */
  static List<String> of(String solution) {
    StringBuilder text = new StringBuilder(solution);
    for (String[] marks : LEFT_OUT) {
      blank(text, marks[0], marks[1]);
    }

    List<String> parts = new ArrayList<>();
    int start = text.indexOf(CALCULATION);
    while (start >= 0) {
      int end = text.indexOf(CALCULATION_END, start);
      if (end < 0) {
        break;
      }

      parts.add(text.substring(start + CALCULATION.length(), end));
      fill(text, start, end + CALCULATION_END.length(), ' ');
      start = text.indexOf(CALCULATION, end);
    }

    parts.add(0, text.toString());
    return parts;
  }

  private static void blank(StringBuilder text, String begin, String end) {
    int start = text.indexOf(begin);
    while (start >= 0) {
      int found = text.indexOf(end, start + begin.length());
      int until = found < 0 ? text.length() : found + end.length();
      fill(text, start, until, ' ');
      text.setCharAt(start, UNKNOWN);
      start = text.indexOf(begin, until);
    }
  }

  private static void fill(StringBuilder text, int from, int until, char with) {
    for (int i = from; i < until; i++) {
      text.setCharAt(i, with);
    }
  }
}
