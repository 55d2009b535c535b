package io.mathscale.grader.mwpbench;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The clean-up that the released MWPBench grader gives to both strings before it compares them
 * ({@code strip_string}; derived from that of the MATH data set).
 */
public final class MwpbenchCleanup {
  private static final Pattern BRACKETED_FRACTION =
      Pattern.compile("\\(\\((\\p{Nd}+)\\)/\\((\\p{Nd}+)\\)\\)");

  /** Python refuses to read an integer of more digits. */
  private static final int LONGEST_INTEGER = 4300;

  private static final int LONGEST_VARIABLE = 2;

  private MwpbenchCleanup() {}

  /**
   * The text as the released grader compares it.
   *
   * @throws PythonException where the original raises an exception
   */
  public static String clean(String answer) {
    String text = BRACKETED_FRACTION.matcher(answer).replaceAll("\\\\\\\\frac{$1}{$2}");
    text = text.replace(",", "").replace("\n", "").replace("\\!", "").replace("\\\\", "\\");
    text = text.replace("tfrac", "frac").replace("dfrac", "frac");
    text = text.replace("\\left", "").replace("\\right", "");
    text = text.replace("^{\\circ}", "").replace("^\\circ", "").replace("\\$", "");
    text = withoutUnits(text);
    text = text.replace("\\%", "").replace(" .", " 0.").replace("{.", "{0.");
    if (text.isEmpty()) {
      return text;
    }
    if (text.charAt(0) == '.') {
      text = "0" + text;
    }

    text = withoutVariable(text);
    text = withBracedRoots(text);
    text = text.replace("\\quad", " ").replace(" ", "");
    text = withBracedFractions(text);
    if (text.equals("0.5")) {
      text = "\\frac{1}{2}";
    }
    return slashAsFraction(text);
  }

  /** Cuts at a {@code \text} whose content begins with a space: in MATH only units do. */
  private static String withoutUnits(String text) {
    List<String> parts = PythonStrings.split(text, "\\text{ ");
    if (parts.size() > 2) {
      throw PythonException.assertionError();
    }
    return parts.get(0);
  }

  /** Drops what stands before the only equals sign if it is no longer than a variable. */
  private static String withoutVariable(String text) {
    int equals = text.indexOf('=');
    if (equals < 0 || text.indexOf('=', equals + 1) >= 0) {
      return text;
    }
    return text.codePointCount(0, equals) <= LONGEST_VARIABLE ? text.substring(equals + 1) : text;
  }

  /** {@code \sqrt3} becomes {@code \sqrt{3}}. */
  private static String withBracedRoots(String text) {
    List<String> parts = PythonStrings.split(text, "\\sqrt");
    StringBuilder braced = new StringBuilder(parts.get(0));
    for (String part : parts.subList(1, parts.size())) {
      if (part.isEmpty()) {
        throw PythonException.indexError();
      }
      braced.append("\\sqrt");
      if (part.charAt(0) == '{') {
        braced.append(part);
      } else {
        int first = part.offsetByCodePoints(0, 1);
        braced.append('{').append(part, 0, first).append('}').append(part, first, part.length());
      }
    }

    return braced.toString();
  }

  /** {@code \frac12} and {@code \frac1{2}} become {@code \frac{1}{2}}. */
  private static String withBracedFractions(String text) {
    List<String> parts = PythonStrings.split(text, "\\frac");
    StringBuilder braced = new StringBuilder(parts.get(0));
    for (String part : parts.subList(1, parts.size())) {
      if (part.isEmpty()) {
        throw PythonException.indexError();
      }
      braced.append("\\frac");
      if (part.charAt(0) == '{') {
        braced.append(part);
        continue;
      }
      if (part.codePointCount(0, part.length()) < 2) {
        return text;
      }
      int first = part.offsetByCodePoints(0, 1);
      int second = part.offsetByCodePoints(first, 1);
      braced.append('{').append(part, 0, first).append('}');
      if (part.charAt(first) == '{') {
        braced.append(part, first, part.length());
      } else {
        braced.append('{').append(part, first, second).append('}');
        braced.append(part, second, part.length());
      }
    }

    return braced.toString();
  }

  /** {@code 3/4} becomes {@code \frac{3}{4}} if both are integers written as Python prints them. */
  private static String slashAsFraction(String text) {
    int slash = text.indexOf('/');
    if (slash < 0 || text.indexOf('/', slash + 1) >= 0) {
      return text;
    }
    String numerator = text.substring(0, slash);
    String denominator = text.substring(slash + 1);
    if (isPlainInteger(numerator) && isPlainInteger(denominator)) {
      return "\\frac{" + numerator + "}{" + denominator + "}";
    }
    return text;
  }

  private static boolean isPlainInteger(String text) {
    int start = text.startsWith("-") ? 1 : 0;
    int digits = text.length() - start;
    if (digits < 1 || digits > LONGEST_INTEGER) {
      return false;
    }
    for (int i = start; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return text.charAt(start) != '0' || text.equals("0");
  }
}
