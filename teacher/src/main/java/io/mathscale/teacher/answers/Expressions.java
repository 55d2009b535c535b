package io.mathscale.teacher.answers;

import io.mathscale.teacher.families.Problem;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Solves questions that ask for the value of an arithmetic expression and nothing else. */
final class Expressions {
  private static final Pattern ASKED =
      Pattern.compile(
          "(?is)\\s*(?:what is|compute|calculate|evaluate|find|simplify)(?:\\s+the\\s+(?:exact\\s+)?value\\s+of)?"
              + "\\s*:?\\s*([\\d\\s$+\\-*/×÷^().\\\\{}a-z]+?)\\s*(?:=\\s*\\??)?\\s*[.?]?\\s*");

  /** Numbers side by side may be a mixed number, a list or a product. */
  private static final Pattern SEVERAL_NUMBERS = Pattern.compile("\\d\\s+[\\d(\\\\]?\\d");

  private static final int MAX_EXPONENT = 64;

  private final String text;
  private int position;

  private Expressions(String text) {
    this.text = text;
  }

  /** Returns the question with its value where it asks for one, else empty. */
  static Optional<Problem> solve(String question) {
    Matcher asked = ASKED.matcher(question);

    if (!asked.matches() || SEVERAL_NUMBERS.matcher(asked.group(1)).find()) {
      return Optional.empty();
    }

    String expression = asked.group(1).replace("$", "").strip();

    try {
      Expressions reader = new Expressions(plain(expression));
      Ratio value = reader.sum();

      if (reader.position < reader.text.length() || !expression.matches(".*[-+*/×÷^\\\\].*")) {
        return Optional.empty();
      }

      String answer = value.latex();
      String solution =
          "Following the order of operations, $"
              + expression
              + " = "
              + answer
              + "$.\nThe final answer is $\\boxed{"
              + answer
              + "}$.";

      return Optional.of(new Problem(question, solution, answer));
    } catch (ArithmeticException | NumberFormatException notAnExpression) {
      return Optional.empty();
    }
  }

  private static String plain(String expression) {
    return expression
        .replaceAll("\\\\[dt]?frac\\{([^{}]+)}\\{([^{}]+)}", "(($1)/($2))")
        .replaceAll("\\\\(?:times|cdot)(?![a-z])|×", "*")
        .replaceAll("\\\\div(?![a-z])|÷", "/")
        .replaceAll("\\\\(?:left|right)(?![a-z])", "")
        .replace('{', '(')
        .replace('}', ')')
        .replaceAll("\\s+", "");
  }

  private Ratio sum() {
    Ratio value = product();

    while (isNext('+') || isNext('-')) {
      char sign = text.charAt(position++);
      Ratio next = product();
      value = sign == '+' ? value.plus(next) : value.plus(next.negated());
    }

    return value;
  }

  private Ratio product() {
    Ratio value = signed();

    while (isNext('*') || isNext('/')) {
      char sign = text.charAt(position++);
      Ratio next = signed();
      value = sign == '*' ? value.times(next) : value.times(next.inverse());
    }

    return value;
  }

  private Ratio signed() {
    if (isNext('-')) {
      position++;
      return signed().negated();
    }

    Ratio base = atom();

    if (!isNext('^')) {
      return base;
    }

    position++;
    Ratio exponent = atom();

    return base.power(exponent.asExponent());
  }

  private Ratio atom() {
    if (isNext('(')) {
      position++;
      Ratio value = sum();

      if (!isNext(')')) {
        throw new NumberFormatException("Parenthesis must be closed: " + text);
      }

      position++;
      return value;
    }

    int start = position;

    while (position < text.length() && (Character.isDigit(text.charAt(position)) || isNext('.'))) {
      position++;
    }

    return Ratio.parse(text.substring(start, position));
  }

  private boolean isNext(char expected) {
    return position < text.length() && text.charAt(position) == expected;
  }

  /** An exact fraction of any size, not necessarily in lowest terms. */
  private record Ratio(BigInteger numerator, BigInteger denominator) {
    Ratio {
      if (denominator.signum() == 0) {
        throw new ArithmeticException("Denominator must not be 0");
      }
    }

    static Ratio parse(String digits) {
      int point = digits.indexOf('.');
      int decimals = point < 0 ? 0 : digits.length() - point - 1;

      return new Ratio(new BigInteger(digits.replace(".", "")), BigInteger.TEN.pow(decimals));
    }

    Ratio plus(Ratio other) {
      return new Ratio(
          numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
          denominator.multiply(other.denominator));
    }

    Ratio times(Ratio other) {
      return new Ratio(
          numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    Ratio negated() {
      return new Ratio(numerator.negate(), denominator);
    }

    Ratio inverse() {
      return new Ratio(/* numerator= */ denominator, /* denominator= */ numerator);
    }

    Ratio power(int exponent) {
      Ratio positive =
          new Ratio(numerator.pow(Math.abs(exponent)), denominator.pow(Math.abs(exponent)));

      return exponent < 0 ? positive.inverse() : positive;
    }

    int asExponent() {
      BigInteger[] whole = numerator.divideAndRemainder(denominator);

      if (whole[1].signum() != 0
          || whole[0].bitLength() > 31
          || Math.abs(whole[0].intValue()) > MAX_EXPONENT) {
        throw new ArithmeticException("Exponent must be a small whole number: " + this);
      }

      return whole[0].intValue();
    }

    String latex() {
      BigInteger divisor =
          numerator.gcd(denominator).multiply(BigInteger.valueOf(denominator.signum()));
      BigInteger above = numerator.divide(divisor);
      BigInteger below = denominator.divide(divisor);

      if (below.equals(BigInteger.ONE)) {
        return above.toString();
      }

      return (above.signum() < 0 ? "-" : "") + "\\frac{" + above.abs() + "}{" + below + "}";
    }
  }
}
