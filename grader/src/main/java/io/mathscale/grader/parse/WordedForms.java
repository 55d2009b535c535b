package io.mathscale.grader.parse;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rewrites what people and programs put around a formula: words that announce an answer, names of
 * collections in SymPy, Chinese mixed numbers.
 */
final class WordedForms {
  private static final Pattern LEAD_IN =
      Pattern.compile(
          "^\\s*(?:\\\\text\\{)?\\s*(?:the\\s+)?(?:final\\s+)?(?:answer|ans|result)"
              + "(?:\\s+is\\s*[:：]?|\\s*[:：])\\s*(\\}?)\\s*(?=\\S)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern CHINESE_LEAD_IN =
      Pattern.compile("^\\s*(?:答案?(?:是|为)?[:：]?)\\s*(?=\\S)");
  private static final Pattern MATRIX =
      Pattern.compile(
          "^(?:(?:Mutable|Immutable)?(?:Dense)?Matrix|np\\.array|array)\\((\\[.*\\])\\)$");
  private static final Pattern SET =
      Pattern.compile("^(?:FiniteSet\\((.*)\\)|set\\(\\[(.*)\\]\\))$");
  private static final Pattern INTERVAL =
      Pattern.compile("^Interval(\\.open|\\.Lopen|\\.Ropen)?\\(([^,()]+),([^,()]+)\\)$");
  private static final Pattern EQUATION = Pattern.compile("^Eq\\(([^,]+),([^,]+)\\)$");
  private static final Pattern RATIONAL =
      Pattern.compile("\\bRational\\(\\s*(-?\\d+)\\s*,\\s*(\\d+)\\s*\\)");
  private static final Pattern MIXED = Pattern.compile("(\\d)\\s*又\\s*(?=\\d|\\\\[dt]?frac)");

  private WordedForms() {}

  /** The formula as it is written in mathematics. */
  static String plain(String text) {
    String formula = text;
    if (mayLeadIn(formula)) {
      formula = withoutLeadIn(formula);
    }
    if (formula.indexOf('又') > 0) {
      formula = MIXED.matcher(formula).replaceAll("$1 ");
    }
    return formula.indexOf('(') > 1 && Lexer.isAsciiLetter(formula.charAt(0))
        ? ofPrograms(formula)
        : formula.contains("Rational(") ? rationals(formula) : formula;
  }

  private static boolean mayLeadIn(String text) {
    if (text.startsWith("\\") && !text.startsWith("\\text")) {
      return false;
    }
    for (int i = 0; i < text.length() && i < 8; i++) {
      char c = text.charAt(i);
      if (c == 'a' || c == 'A' || c == 't' || c == 'T' || c == 'f' || c == 'F' || c == '答') {
        return true;
      }
      if (!Lexer.isAsciiLetter(c) && c != '\\' && c != ' ' && c != '$') {
        return false;
      }
    }
    return false;
  }

  private static String withoutLeadIn(String text) {
    Matcher leadIn = LEAD_IN.matcher(text);
    if (leadIn.find()) {
      boolean hasCommand = leadIn.group().contains("\\text{");
      boolean isClosed = !leadIn.group(1).isEmpty();
      String rest = text.substring(leadIn.end());
      return hasCommand && !isClosed ? "\\text{" + rest : isClosed && !hasCommand ? text : rest;
    }
    return CHINESE_LEAD_IN.matcher(text).replaceFirst("");
  }

  private static String rationals(String text) {
    return !text.contains("Rational(") ? text : RATIONAL.matcher(text).replaceAll("($1/$2)");
  }

  private static String ofPrograms(String text) {
    String formula = rationals(text.strip());
    Matcher matrix = MATRIX.matcher(formula);
    if (matrix.matches()) {
      return matrix.group(1);
    }
    Matcher set = SET.matcher(formula);
    if (set.matches()) {
      return "\\{" + (set.group(1) == null ? set.group(2) : set.group(1)) + "\\}";
    }
    Matcher equation = EQUATION.matcher(formula);
    if (equation.matches()) {
      return equation.group(1) + "=" + equation.group(2);
    }
    Matcher interval = INTERVAL.matcher(formula);
    if (interval.matches()) {
      String kind = interval.group(1) == null ? "" : interval.group(1);
      boolean isLowOpen = kind.equals(".open") || kind.equals(".Lopen");
      boolean isHighOpen = kind.equals(".open") || kind.equals(".Ropen");
      return (isLowOpen ? "(" : "[")
          + interval.group(2)
          + ","
          + interval.group(3)
          + (isHighOpen ? ")" : "]");
    }
    return formula;
  }
}
