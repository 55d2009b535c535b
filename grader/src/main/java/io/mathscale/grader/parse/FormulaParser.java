package io.mathscale.grader.parse;

import io.mathscale.grader.expression.Node;
import io.mathscale.grader.expression.Node.Call;
import io.mathscale.grader.expression.Node.Decimal;
import io.mathscale.grader.expression.Node.Name;
import io.mathscale.grader.expression.Node.Num;
import io.mathscale.grader.expression.Nodes;
import io.mathscale.grader.expression.Rational;
import io.mathscale.grader.expression.Units;
import io.mathscale.grader.parse.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Parses sums and products with the units that follow them. */
final class FormulaParser {
  private static final Set<String> CONDITIONS = Set.of("!=", "<", ">", "<=", ">=", "in");
  private static final Set<String> TEMPERATURES = Set.of("c", "f", "celsius", "fahrenheit");

  private final TokenCursor cursor;
  private final AnswerParser answers;
  private final PowerParser powers;

  /** Where a differential stands that is no factor, or −1. */
  private int end = -1;

  FormulaParser(TokenCursor cursor, AnswerParser answers) {
    this.cursor = cursor;
    this.answers = answers;
    this.powers = new PowerParser(cursor, answers, this);
  }

  /** Whether a bar would close rather than open. */
  boolean isInBars() {
    return powers.isInBars();
  }

  /** A sum, with the unit that stands after it or the sign of money before it. */
  Node sum() {
    cursor.deeper();
    List<Node> terms = new ArrayList<>();
    List<String> units = new ArrayList<>();
    boolean first = true;
    while (true) {
      String sign = "+";
      if (cursor.at(Kind.OPERATOR) && isSign(cursor.peek().text())) {
        sign = cursor.next().text();
        while (cursor.at(Kind.OPERATOR, "-") || cursor.at(Kind.OPERATOR, "+")) {
          if (cursor.next().text().equals("-")) {
            sign = sign.equals("-") ? "+" : "-";
          }
        }
      } else if (!first) {
        break;
      }
      first = false;
      terms.add(signed(sign, term(units)));
    }
    Node sum = Nodes.sum(terms);
    if (cursor.skip(Kind.COMMAND, "mod")) {
      sum = Call.of("mod", sum, powers.power());
    }
    cursor.shallower();
    if (units.isEmpty()) {
      return sum;
    }
    if (terms.size() > 1 && units.stream().distinct().count() > 1) {
      throw new UnreadableAnswerException("a sum of different units");
    }
    return compound(new Node.Quantity(sum, units.get(0)));
  }

  /** A product with its unit; {@code \$3.5 \text{ million}} has its sign of money before. */
  private Node term(List<String> units) {
    String currency = cursor.at(Kind.CURRENCY) ? cursor.next().text() : "";
    boolean isNegative = !currency.isEmpty() && cursor.skip(Kind.OPERATOR, "-");
    List<String> behind = new ArrayList<>();
    Node product = product(behind);
    if (currency.isEmpty() && behind.isEmpty() && cursor.at(Kind.CURRENCY)) {
      currency = cursor.next().text();
    }
    if (currency.isEmpty() && behind.isEmpty()) {
      return product;
    }
    UnitText unit = UnitText.of(behind.isEmpty() ? "" : behind.get(0), currency);
    if (!unit.unit().isEmpty()) {
      units.add(unit.unit());
    }
    Node scaled = unit.times(product);
    return isNegative ? Nodes.negate(scaled) : scaled;
  }

  /** {@code 2 hours 30 minutes}: further, smaller units of the same kind are added. */
  private Node compound(Node.Quantity first) {
    Node.Quantity total = first;
    while (cursor.at(Kind.NUMBER) && isMeasured(total.value())) {
      List<String> units = new ArrayList<>();
      Node value = product(units);
      Optional<Node.Quantity> sum =
          units.isEmpty()
              ? Optional.empty()
              : CompoundUnits.plus(total, new Node.Quantity(value, units.get(0)));
      total =
          sum.orElseThrow(() -> new UnreadableAnswerException("a number behind another quantity"));
    }
    return total;
  }

  private static boolean isMeasured(Node value) {
    return value instanceof Num || value instanceof Decimal;
  }

  private static boolean isSign(String operator) {
    return switch (operator) {
      case "+", "-", "±", "∓" -> true;
      default -> false;
    };
  }

  private static Node signed(String sign, Node term) {
    return switch (sign) {
      case "-" -> Nodes.negate(term);
      case "±" -> Call.of("±", term);
      case "∓" -> Call.of("∓", term);
      default -> term;
    };
  }

  private Node product(List<String> units) {
    List<Node> factors = new ArrayList<>();
    factors.add(powers.power());
    if (isTemperature(factors.get(0))) {
      factors.set(0, ((Call) factors.get(0)).arguments().get(0));
      units.add(
          cursor.next().text().toLowerCase(Locale.ROOT).startsWith("c") ? "celsius" : "fahrenheit");
      return factors.get(0);
    }
    boolean afterWhole = false;
    while (true) {
      boolean wasAfterWhole = afterWhole;
      afterWhole = isWhole(factors) && cursor.previous().is(Kind.NUMBER);
      if (isUnit(factors)) {
        units.add(unit());
        return Nodes.product(factors);
      }
      if (cursor.at(Kind.OPERATOR, "*")) {
        cursor.next();
        factors.add(signedPower());
      } else if (cursor.at(Kind.OPERATOR, "/")) {
        cursor.next();
        divide(factors, wasAfterWhole);
      } else if (startsFactor()) {
        multiply(factors, afterWhole);
      } else {
        return Nodes.product(factors);
      }
    }
  }

  /** Whether the letter or name of a scale of temperature stands behind a degree sign. */
  private boolean isTemperature(Node node) {
    Token token = cursor.peek();
    boolean isScale =
        switch (token.kind()) {
          case NAME, UPRIGHT -> token.text().equals("C") || token.text().equals("F");
          case WORD, TEXT -> TEMPERATURES.contains(token.text().toLowerCase(Locale.ROOT));
          default -> false;
        };
    return isScale && node instanceof Call call && call.function().equals("degree");
  }

  /**
   * Multiplies by the factor that follows without a sign; {@code 1\frac{1}{2}} is a mixed number.
   */
  private void multiply(List<Node> factors, boolean afterWhole) {
    boolean startsWithFraction = cursor.at(Kind.COMMAND, "frac");
    boolean startsWithNumber = cursor.at(Kind.NUMBER);
    Node factor = powers.power();
    boolean isProperFraction = isProperFraction(factor);
    if (afterWhole && startsWithFraction && isProperFraction) {
      factors.add(mixed(factors.remove(factors.size() - 1), factor));
    } else if (afterWhole
        && startsWithFraction
        && factor instanceof Call call
        && (call.function().equals("percent") || call.function().equals("degree"))
        && isProperFraction(call.arguments().get(0))) {
      Node whole = factors.remove(factors.size() - 1);
      factors.add(Call.of(call.function(), mixed(whole, call.arguments().get(0))));
    } else if (afterWhole
        && startsWithNumber
        && (factor instanceof Num || factor instanceof Decimal)
        && !cursor.at(Kind.OPERATOR, "/")) {
      throw new UnreadableAnswerException("two numbers side by side");
    } else {
      factors.add(factor);
    }
  }

  private static boolean isProperFraction(Node node) {
    return node instanceof Num number
        && !number.value().isInteger()
        && number.value().signum() > 0
        && number.value().compareTo(Rational.ONE) < 0;
  }

  private static boolean isWhole(List<Node> factors) {
    return factors.get(factors.size() - 1) instanceof Num number && number.value().isInteger();
  }

  /** Divides by the factor that follows; {@code 1 1/2} is a mixed number. */
  private void divide(List<Node> factors, boolean afterWhole) {
    Node divisor = signedPower();
    Node last = factors.remove(factors.size() - 1);
    boolean isMixed =
        afterWhole
            && !factors.isEmpty() // 3/ 1/4
            && last instanceof Num numerator
            && divisor instanceof Num denominator
            && isProper(numerator, denominator);
    if (isMixed) {
      Node whole = factors.remove(factors.size() - 1);
      factors.add(mixed(whole, Nodes.quotient(last, divisor)));
    } else {
      factors.add(Nodes.quotient(last, divisor));
    }
  }

  private static boolean isProper(Num numerator, Num denominator) {
    return numerator.value().isInteger()
        && denominator.value().isInteger()
        && numerator.value().signum() > 0
        && numerator.value().compareTo(denominator.value()) < 0;
  }

  private static Node mixed(Node whole, Node fraction) {
    return new Num(((Num) whole).value().plus(((Num) fraction).value()));
  }

  /** Ends formulas at this place, where a differential stands; returns the place before. */
  int endAt(int place) {
    int before = end;
    end = place;
    return before;
  }

  /** Whether a factor starts here that is multiplied without a sign. */
  boolean startsFactor() {
    if (cursor.position() == end) {
      return false;
    }
    Token token = cursor.peek();
    return switch (token.kind()) {
      case NUMBER, NAME, UPRIGHT, CONSTANT, FUNCTION, BEGIN, BIG -> true;
      case OPEN -> !startsModulus() && !startsCondition();
      case COMMAND ->
          !token.text().equals("mod")
              && !token.text().equals("pmod")
              && !token.text().equals("choose")
              && !token.text().equals("over");
      case BAR -> !isInBars() && !answers.isInBraces() && hasPartner();
      case CURRENCY, WORD, TEXT, OPERATOR, SEPARATOR, CLOSE, END, STOP -> false;
    };
  }

  /** Whether the bar here has another one before the bracket around it is closed. */
  private boolean hasPartner() {
    int depth = 0;
    for (int i = 1; depth >= 0; i++) {
      Token token = cursor.peek(i);
      if (token.is(Kind.STOP)) {
        return false;
      }
      if (depth == 0 && token.is(Kind.BAR)) {
        return true;
      }
      depth += token.is(Kind.OPEN) ? 1 : token.is(Kind.CLOSE) ? -1 : 0;
    }
    return false;
  }

  /** Whether {@code \pmod{7}} or {@code (mod 7)} stands here. */
  boolean startsModulus() {
    return cursor.at(Kind.COMMAND, "pmod")
        || (cursor.at(Kind.OPEN, "(") && cursor.peek(1).is(Kind.COMMAND, "mod"));
  }

  /** Whether a condition in brackets ends the answer, as in {@code x^2 (x \ne 0)}. */
  boolean startsCondition() {
    if (!cursor.at(Kind.OPEN, "(") || isNamed(cursor.previous())) {
      return false;
    }
    boolean hasSign = false;
    for (int i = 1; ; i++) {
      Token token = cursor.peek(i);
      if (token.is(Kind.CLOSE, ")")) {
        return hasSign && cursor.peek(i + 1).is(Kind.STOP);
      }
      if (token.is(Kind.STOP) || token.is(Kind.OPEN, "(") || token.is(Kind.SEPARATOR)) {
        return false;
      }
      hasSign |= token.is(Kind.OPERATOR) && CONDITIONS.contains(token.text());
    }
  }

  /** Whether this may be the name of a function or of a probability. */
  private static boolean isNamed(Token token) {
    return token.is(Kind.OPERATOR)
        || token.is(Kind.FUNCTION)
        || (token.is(Kind.NAME)
            && token.text().length() == 1
            && (Character.isUpperCase(token.text().charAt(0)) || "fghp".contains(token.text())));
  }

  /** The modulus that {@link #startsModulus starts} here. */
  Node modulus() {
    if (cursor.skip(Kind.COMMAND, "pmod")) {
      return powers.power();
    }
    cursor.next();
    cursor.next();
    Node modulus = sum();
    cursor.expect(Kind.CLOSE, ")");
    return modulus;
  }

  /** Whether a unit stands here, after something that can have a unit. */
  private boolean isUnit(List<Node> factors) {
    Token token = cursor.peek();
    boolean divides = token.is(Kind.OPERATOR, "/") || token.is(Kind.OPERATOR, "*");
    if (!divides && !token.is(Kind.TEXT) && !token.is(Kind.WORD) && !token.is(Kind.UPRIGHT)) {
      return false;
    }
    boolean measures = factors.size() > 1 || !(factors.get(0) instanceof Name);
    if (token.is(Kind.TEXT) || token.is(Kind.WORD)) {
      if (!measures) {
        throw new UnreadableAnswerException("words");
      }
      return true;
    }
    if (token.is(Kind.UPRIGHT)) {
      return measures && Units.isUnit(token.text());
    }
    return divides
        && (cursor.peek(1).is(Kind.TEXT)
            || (cursor.peek(1).is(Kind.WORD) && Units.isUnit(cursor.peek(1).text()))
            || (cursor.peek(1).is(Kind.UPRIGHT) && Units.isUnit(cursor.peek(1).text())));
  }

  private String unit() {
    StringBuilder unit = new StringBuilder();
    while (true) {
      Token token = cursor.peek();
      boolean isLetterAfterSlash =
          token.is(Kind.NAME)
              && cursor.previous().is(Kind.OPERATOR, "/")
              && Units.isUnit(token.text());
      boolean isWord =
          token.is(Kind.TEXT)
              || token.is(Kind.WORD)
              || token.is(Kind.UPRIGHT)
              || isLetterAfterSlash;
      if (isWord) {
        unit.append(' ').append(cursor.next().text());
      } else if (token.is(Kind.OPERATOR, "^")) {
        cursor.next();
        boolean inBraces = cursor.skip(Kind.OPEN, "group");
        if (!cursor.at(Kind.NUMBER)) {
          throw new UnreadableAnswerException("power of a unit");
        }
        unit.append('^').append(cursor.next().text());
        if (inBraces) {
          cursor.expect(Kind.CLOSE, "group");
        }
      } else if (token.is(Kind.OPERATOR, "/") || token.is(Kind.OPERATOR, "*")) {
        unit.append(cursor.next().text());
      } else {
        return unit.toString().strip();
      }
    }
  }

  private Node signedPower() {
    boolean isNegative = false;
    while (cursor.at(Kind.OPERATOR, "-") || cursor.at(Kind.OPERATOR, "+")) {
      isNegative ^= cursor.next().text().equals("-");
    }
    return isNegative ? Nodes.negate(powers.power()) : powers.power();
  }
}
