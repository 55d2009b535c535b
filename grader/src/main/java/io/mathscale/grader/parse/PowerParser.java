package io.mathscale.grader.parse;

import io.mathscale.grader.expression.Node;
import io.mathscale.grader.expression.Node.Call;
import io.mathscale.grader.expression.Node.Name;
import io.mathscale.grader.expression.Node.Num;
import io.mathscale.grader.expression.Node.Power;
import io.mathscale.grader.expression.Nodes;
import io.mathscale.grader.expression.Rational;
import io.mathscale.grader.limits.GradingLimits;
import io.mathscale.grader.limits.LimitReachedException;
import io.mathscale.grader.parse.Token.Kind;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses atoms with their postfixes: powers, subscripts, and signs such as that of a factorial. */
final class PowerParser {
  private static final Pattern BASE = Pattern.compile("[0-9]{1,2}");

  private static final Set<String> ENDS_OF_ORDINALS = Set.of("st", "nd", "rd", "th");

  /** Letters of combinations and permutations. */
  static final Set<String> COUNTS = Set.of("C", "P", "A");

  private static final Pattern COUNT = Pattern.compile("([CPA])_([0-9]{1,4})");

  private final TokenCursor cursor;
  private final AtomParser atoms;

  PowerParser(TokenCursor cursor, AnswerParser answers, FormulaParser formulas) {
    this.cursor = cursor;
    this.atoms = new AtomParser(cursor, answers, formulas, this);
  }

  /** An atom without powers. */
  Node atom() {
    return atoms.atom();
  }

  /** Whether a bar would close rather than open. */
  boolean isInBars() {
    return atoms.isInBars();
  }

  /** An atom with its powers, subscripts, factorials, percent and degree signs. */
  Node power() {
    cursor.deeper();
    while (cursor.at(Kind.CURRENCY)) {
      cursor.next();
    }
    Node node = atoms.atom();
    for (int postfixes = 0; cursor.at(Kind.OPERATOR); postfixes++) {
      if (postfixes > GradingLimits.MAX_POSTFIXES) {
        throw new LimitReachedException("postfixes");
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
          boolean isRemainder =
              node instanceof Num
                  && cursor.at(Kind.NUMBER)
                  && !cursor.peek(1).is(Kind.OPERATOR, "%");
          node = isRemainder ? Call.of("mod", node, atoms.atom()) : Call.of("percent", node);
        }
        case "°" -> {
          cursor.next();
          boolean isComposition = node instanceof Name && cursor.at(Kind.NAME);
          node =
              isComposition
                  ? Call.of("apply composition", node, atoms.atom())
                  : Call.of("degree", node);
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

  /** Skips a degree sign, raised or not. */
  boolean skipDegree() {
    if (cursor.skip(Kind.OPERATOR, "°")) {
      return true;
    }
    boolean inBraces = cursor.peek(1).is(Kind.OPEN, "group");
    boolean isDegree =
        cursor.at(Kind.OPERATOR, "^") && cursor.peek(inBraces ? 2 : 1).is(Kind.OPERATOR, "°");
    for (int i = 0; isDegree && i < (inBraces ? 4 : 2); i++) {
      cursor.next();
    }
    return isDegree;
  }

  private Node raised(Node base) {
    if (base instanceof Num && skipEndOfOrdinal()) {
      return base;
    }
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
    Node exponent = exponent();
    boolean mayCount =
        base instanceof Name counted
            && counted.name().length() > 2
            && counted.name().charAt(1) == '_';
    if (mayCount && base instanceof Name name && exponent instanceof Num chosen) {
      Matcher count = COUNT.matcher(name.name());
      if (count.matches()) {
        return countOrPower(count.group(1), Integer.parseInt(count.group(2)), chosen, base);
      }
      if (name.name().equals("C_n")) {
        return count("C", new Name("n"), chosen);
      }
    }
    return new Power(base, exponent);
  }

  /** {@code C_5^2} is the number of ways to choose 2 of 5, {@code C_1^2} a square. */
  private static Node countOrPower(String letter, int total, Num chosen, Node base) {
    boolean isCount =
        total > 1
            && chosen.value().isInteger()
            && chosen.value().signum() >= 0
            && chosen.value().compareTo(Rational.of(total)) <= 0;
    return isCount ? count(letter, Num.of(total), chosen) : new Power(base, chosen);
  }

  /** The number of combinations, or for other letters of permutations. */
  static Node count(String letter, Node total, Node chosen) {
    if (letter.equals("C")) {
      return Call.of("binomial", total, chosen);
    }
    Node left =
        total instanceof Num all && chosen instanceof Num some
            ? new Num(all.value().minus(some.value()))
            : Nodes.sum(List.of(total, Nodes.negate(chosen)));
    return Nodes.quotient(Call.of("factorial", total), Call.of("factorial", left));
  }

  /** {@code 3^{\text{rd}}} is the number 3. */
  private boolean skipEndOfOrdinal() {
    boolean inBraces = cursor.at(Kind.OPEN, "group") && cursor.peek(2).is(Kind.CLOSE, "group");
    Token end = cursor.peek(inBraces ? 1 : 0);
    boolean isEnd =
        (end.is(Kind.TEXT) || end.is(Kind.UPRIGHT) || end.is(Kind.WORD))
            && ENDS_OF_ORDINALS.contains(end.text());
    for (int i = 0; isEnd && i < (inBraces ? 3 : 1); i++) {
      cursor.next();
    }
    return isEnd;
  }

  /** The exponent after the sign of a power, which is right-associative. */
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
    return isNegative ? Nodes.negate(exponent) : exponent;
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
    boolean isCount =
        node instanceof Power power
            && power.base() instanceof Name letter
            && COUNTS.contains(letter.name())
            && power.exponent() instanceof Num
            && subscript.matches("[0-9]{1,4}");
    if (isCount) {
      Power power = (Power) node;
      String letter = ((Name) power.base()).name();
      return countOrPower(
          letter,
          Integer.parseInt(subscript),
          (Num) power.exponent(),
          new Name(letter + "_" + subscript));
    }
    if (node instanceof Num number && BASE.matcher(subscript).matches()) {
      return Call.of("base", number, Num.of(Integer.parseInt(subscript)));
    }
    int base = NumeralReader.base(subscript);
    return node instanceof Num && base > 0
        ? Call.of("base", node, Num.of(base))
        : Call.of("index " + subscript, node);
  }

  /** The text after the sign of a subscript, without its braces. */
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
    throw new UnreadableAnswerException("subscript left open");
  }
}
