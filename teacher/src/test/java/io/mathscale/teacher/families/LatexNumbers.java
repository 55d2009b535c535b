package io.mathscale.teacher.families;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the value of an answer: a decimal or fraction, times a root, times pi. */
final class LatexNumbers {
  private static final Pattern NUMBER =
      Pattern.compile(
          "(-?)(?:(\\d+(?:\\.\\d+)?)|\\\\frac\\{(\\d+)}\\{(\\d+)})?(?:\\\\sqrt\\{(\\d+)})?(\\\\pi)?");

  private LatexNumbers() {}

  static double parse(String latex) {
    Matcher number = NUMBER.matcher(latex);
    if (latex.isEmpty() || !number.matches()) {
      throw new IllegalArgumentException("Answer must be a number: " + latex);
    }

    double value = number.group(1).isEmpty() ? 1 : -1;
    value *= number.group(2) == null ? 1 : Double.parseDouble(number.group(2));
    value *= number.group(3) == null ? 1 : Double.parseDouble(number.group(3));
    value /= number.group(4) == null ? 1 : Double.parseDouble(number.group(4));
    value *= number.group(5) == null ? 1 : Math.sqrt(Double.parseDouble(number.group(5)));
    return value * (number.group(6) == null ? 1 : Math.PI);
  }
}
