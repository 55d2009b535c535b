package io.mathscale.grader;

import io.mathscale.grader.Node.Call;
import io.mathscale.grader.Node.Decimal;
import io.mathscale.grader.Node.Name;
import io.mathscale.grader.Node.Num;
import io.mathscale.grader.Node.Power;
import io.mathscale.grader.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Parses sums, products, powers, functions and what they are made of. */
final class FormulaParser {
  private static final Pattern BASE = Pattern.compile("[0-9]{1,2}");

  private final Cursor cursor;
  private final AnswerParser answers;
  private final AtomParser atoms;

  FormulaParser(Cursor cursor, AnswerParser answers) {
    this.cursor = cursor;
    this.answers = answers;
    this.atoms = new AtomParser(cursor, answers, this);
  }

  /** Whether a bar would close rather than open. */
  boolean isInBars() {
    return atoms.isInBars();
  }

  /** A sum, with the unit that stands after it. */
  Node sum() {
    cursor.deeper();
    List<Node> terms = new ArrayList<>();
    List<String> units = new ArrayList<>();
    boolean first = true;
    while (true) {
      String sign = "+";
      if (cursor.at(Kind.OPERATOR) && "+-±∓".contains(cursor.peek().text())) {
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
      terms.add(signed(sign, product(units)));
    }
    cursor.shallower();
    Node sum = Formulas.sum(terms);
    if (units.isEmpty()) {
      return sum;
    }
    if (terms.size() > 1 && units.stream().distinct().count() > 1) {
      throw new Unreadable("a sum of different units");
    }
    return new Node.Quantity(sum, units.get(0));
  }

  private static Node signed(String sign, Node term) {
    return switch (sign) {
      case "-" -> Formulas.negate(term);
      case "±" -> Call.of("±", term);
      case "∓" -> Call.of("∓", term);
      default -> term;
    };
  }

  private Node product(List<String> units) {
    List<Node> factors = new ArrayList<>();
    factors.add(power());
    boolean afterWhole = false;
    while (true) {
      boolean wasAfterWhole = afterWhole;
      afterWhole = isWhole(factors) && cursor.previous().is(Kind.NUMBER);
      if (isUnit(factors)) {
        units.add(unit());
        return Formulas.product(factors);
      }
      if (cursor.at(Kind.OPERATOR, "*")) {
        cursor.next();
        factors.add(signedPower());
      } else if (cursor.at(Kind.OPERATOR, "/")) {
        cursor.next();
        divide(factors, wasAfterWhole);
      } else if (cursor.at(Kind.OPERATOR, "mod") || cursor.at(Kind.COMMAND, "pmod")) {
        throw new Unreadable("congruence");
      } else if (startsFactor()) {
        multiply(factors, afterWhole);
      } else {
        return Formulas.product(factors);
      }
    }
  }

  /** Multiplies by what stands right after; {@code 1\\frac{1}{2}} is a mixed number. */
  private void multiply(List<Node> factors, boolean afterWhole) {
    boolean startsWithFraction = cursor.at(Kind.COMMAND, "frac");
    boolean startsWithNumber = cursor.at(Kind.NUMBER);
    Node factor = power();
    boolean isProperFraction =
        factor instanceof Num number
            && !number.value().isInteger()
            && number.value().signum() > 0
            && number.value().compareTo(Rational.ONE) < 0;
    if (afterWhole && startsWithFraction && isProperFraction) {
      factors.add(mixed(factors.remove(factors.size() - 1), factor));
    } else if (afterWhole
        && startsWithNumber
        && (factor instanceof Num || factor instanceof Decimal)
        && !cursor.at(Kind.OPERATOR, "/")) {
      throw new Unreadable("two numbers side by side");
    } else {
      factors.add(factor);
    }
  }

  private static boolean isWhole(List<Node> factors) {
    return factors.get(factors.size() - 1) instanceof Num number && number.value().isInteger();
  }

  /** Divides by what stands next; {@code 1 1/2} is a mixed number. */
  private void divide(List<Node> factors, boolean afterWhole) {
    Node divisor = signedPower();
    Node last = factors.remove(factors.size() - 1);
    boolean isMixed =
        afterWhole
            && last instanceof Num above
            && divisor instanceof Num below
            && isProper(above, below);
    if (isMixed) {
      Node whole = factors.remove(factors.size() - 1);
      factors.add(mixed(whole, Formulas.quotient(last, divisor)));
    } else {
      factors.add(Formulas.quotient(last, divisor));
    }
  }

  private static boolean isProper(Num above, Num below) {
    return above.value().isInteger()
        && below.value().isInteger()
        && above.value().signum() > 0
        && above.value().compareTo(below.value()) < 0;
  }

  private static Node mixed(Node whole, Node fraction) {
    return new Num(((Num) whole).value().plus(((Num) fraction).value()));
  }

  boolean startsFactor() {
    Token token = cursor.peek();
    return switch (token.kind()) {
      case NUMBER, NAME, UPRIGHT, CONSTANT, FUNCTION, OPEN, BEGIN, BIG -> true;
      case COMMAND ->
          !token.text().equals("mod")
              && !token.text().equals("choose")
              && !token.text().equals("over");
      case BAR -> !isInBars() && !answers.isInBraces();
      case WORD, TEXT, OPERATOR, SEPARATOR, CLOSE, END, STOP -> false;
    };
  }

  /** Whether a unit stands here, after something it can be the unit of. */
  private boolean isUnit(List<Node> factors) {
    boolean measures =
        factors.stream().anyMatch(factor -> !(factor instanceof Name) || factors.size() > 1);
    Token token = cursor.peek();
    if (token.is(Kind.TEXT) || token.is(Kind.WORD)) {
      if (!measures && factors.stream().allMatch(Name.class::isInstance)) {
        throw new Unreadable("words");
      }
      return true;
    }
    if (token.is(Kind.UPRIGHT)) {
      return measures && Units.isUnit(token.text());
    }
    boolean divides = token.is(Kind.OPERATOR, "/") || token.is(Kind.OPERATOR, "*");
    return divides
        && (cursor.peek(1).is(Kind.TEXT)
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
          throw new Unreadable("power of a unit");
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
    return isNegative ? Formulas.negate(power()) : power();
  }

  /** An atom with its powers, subscripts, factorials, percent and degree signs. */
  Node power() {
    cursor.deeper();
    Node node = atoms.atom();
    for (int marks = 0; cursor.at(Kind.OPERATOR); marks++) {
      if (marks > Limits.MAX_MARKS) {
        throw new LimitReached("marks");
      }
      String operator = cursor.peek().text();
      switch (operator) {
        case "^" -> {
          cursor.next();
          node = raised(node);
        }
        case "_" -> {
          cursor.next();
          node = subscripted(node);
        }
        case "!" -> {
          cursor.next();
          node = Call.of("factorial", node);
        }
        case "%" -> {
          cursor.next();
          node = Call.of("percent", node);
        }
        case "°" -> {
          cursor.next();
          node = Call.of("degree", node);
        }
        case "'" -> {
          cursor.next();
          node = primed(node);
        }
        default -> {
          cursor.shallower();
          return node;
        }
      }
    }
    cursor.shallower();
    return node;
  }

  private Node raised(Node base) {
    if (cursor.skip(Kind.OPERATOR, "°")) {
      return Call.of("degree", base);
    }
    if (cursor.skip(Kind.OPERATOR, "'")) {
      return primed(base);
    }
    if (cursor.at(Kind.OPEN, "group") && cursor.peek(2).is(Kind.CLOSE, "group")) {
      boolean isDegree = cursor.peek(1).is(Kind.OPERATOR, "°");
      if (isDegree || cursor.peek(1).is(Kind.OPERATOR, "'")) {
        cursor.next();
        cursor.next();
        cursor.next();
        return isDegree ? Call.of("degree", base) : primed(base);
      }
    }
    return new Power(base, exponent());
  }

  Node exponent() {
    cursor.deeper();
    boolean isNegative = false;
    while (cursor.at(Kind.OPERATOR, "-") || cursor.at(Kind.OPERATOR, "+")) {
      isNegative ^= cursor.next().text().equals("-");
    }
    Node exponent = cursor.skip(Kind.OPERATOR, "*") ? new Name("*") : atoms.atom();
    if (cursor.skip(Kind.OPERATOR, "^")) {
      exponent = new Power(exponent, exponent());
    }
    cursor.shallower();
    return isNegative ? Formulas.negate(exponent) : exponent;
  }

  private static Node primed(Node node) {
    if (node instanceof Name name) {
      return new Name(name.name() + "'");
    }
    return Call.of("prime", node);
  }

  /** A name takes its subscript into itself; a numeral takes it as its base. */
  private Node subscripted(Node node) {
    String subscript = subscript();
    if (node instanceof Name name) {
      return new Name(name.name() + "_" + subscript);
    }
    if (node instanceof Num number && BASE.matcher(subscript).matches()) {
      return Call.of("base", number, Num.of(Integer.parseInt(subscript)));
    }
    return Call.of("index " + subscript, node);
  }

  String subscript() {
    StringBuilder subscript = new StringBuilder();
    if (!cursor.skip(Kind.OPEN, "group")) {
      return cursor.next().text();
    }
    int depth = 1;
    while (!cursor.at(Kind.STOP)) {
      Token token = cursor.next();
      depth += token.is(Kind.OPEN, "group") ? 1 : token.is(Kind.CLOSE, "group") ? -1 : 0;
      if (depth == 0) {
        return subscript.toString();
      }
      boolean isBrace = token.is(Kind.OPEN, "group") || token.is(Kind.CLOSE, "group");
      subscript.append(isBrace ? "" : token.text());
    }
    throw new Unreadable("subscript left open");
  }
}
