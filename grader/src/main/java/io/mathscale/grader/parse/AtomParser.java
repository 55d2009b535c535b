package io.mathscale.grader.parse;

import io.mathscale.grader.expression.Node;
import io.mathscale.grader.expression.Node.Call;
import io.mathscale.grader.expression.Node.Constant;
import io.mathscale.grader.expression.Node.Decimal;
import io.mathscale.grader.expression.Node.Name;
import io.mathscale.grader.expression.Node.Num;
import io.mathscale.grader.expression.Node.Power;
import io.mathscale.grader.expression.Nodes;
import io.mathscale.grader.expression.Rational;
import io.mathscale.grader.expression.Units;
import io.mathscale.grader.limits.GradingLimits;
import io.mathscale.grader.limits.LimitReachedException;
import io.mathscale.grader.parse.Token.Kind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Parses the atoms of formulas: numbers, names, brackets, commands and functions. */
final class AtomParser {
  private static final Map<String, String> INVERSES =
      Map.of(
          "sin", "arcsin", "cos", "arccos", "tan", "arctan", "cot", "arccot", "sec", "arcsec",
          "csc", "arccsc", "sinh", "arcsinh", "cosh", "arccosh", "tanh", "arctanh");
  private static final Set<String> OF_SEVERAL = Set.of("min", "max", "gcd", "lcm", "binomial");

  /** Letters that are functions wherever a bracket follows. */
  private static final Set<String> APPLIED = Set.of("f", "g");

  /** Letters that are functions where a bracket with a single sign follows. */
  private static final Set<String> APPLIED_TO_ONE = Set.of("h", "F", "G", "H");

  /** A decimal whose last digit stands three times. */
  private static final Pattern THREE_TIMES = Pattern.compile("\\.\\d*(\\d)\\1\\1$");

  private static final Pattern SEVERAL_DIGITS = Pattern.compile("[0-9]{2,}+");

  /** Numbers of fewer digits than this fit into a long. */
  private static final int LONG_DIGITS = 19;

  private final TokenCursor cursor;
  private final AnswerParser answers;
  private final FormulaParser formulas;
  private final PowerParser powers;
  private int openBars;

  AtomParser(TokenCursor cursor, AnswerParser answers, FormulaParser formulas, PowerParser powers) {
    this.cursor = cursor;
    this.answers = answers;
    this.formulas = formulas;
    this.powers = powers;
  }

  /** Whether a bar would close rather than open. */
  boolean isInBars() {
    return openBars > 0;
  }

  /** The atom that starts here, without powers and further factors. */
  Node atom() {
    Token token = cursor.peek();
    return switch (token.kind()) {
      case NUMBER -> number();
      case NAME -> name();
      case UPRIGHT, WORD -> new Name(cursor.next().text());
      case TEXT -> text();
      case CONSTANT -> constant();
      case FUNCTION -> function();
      case COMMAND -> command();
      case BIG -> big();
      case OPEN -> answers.brackets();
      case BAR -> bars();
      case BEGIN -> answers.environment();
      case OPERATOR -> {
        if (!cursor.at(Kind.OPERATOR, "_") && !cursor.at(Kind.OPERATOR, "^")) {
          throw new UnreadableAnswerException("expected a formula, found " + token.text());
        }
        yield countBeforeLetter();
      }
      case CURRENCY, SEPARATOR, CLOSE, END, STOP ->
          throw new UnreadableAnswerException("expected a formula, found " + token.text());
    };
  }

  /** A variable, or a function that is known by its letter alone, as f in {@code f'(x)}. */
  private Node name() {
    StringBuilder name = new StringBuilder(cursor.next().text());
    boolean isFunction = APPLIED.contains(name.toString());
    while (isFunction && cursor.skip(Kind.OPERATOR, "'")) {
      name.append('\'');
    }
    boolean mayApply =
        isFunction
            || (APPLIED_TO_ONE.contains(name.toString()) && cursor.peek(2).is(Kind.CLOSE, ")"));
    if (isPoint(name.toString()) && isTupleNext()) {
      Node place = answers.brackets();
      return new Node.Relation(
          List.of(new Name(name.toString()), place), List.of("="), List.of(name.toString(), ""));
    }
    return mayApply && cursor.at(Kind.OPEN, "(")
        ? Call.of("apply " + name, answers.brackets())
        : new Name(name.toString());
  }

  private static boolean isPoint(String name) {
    return name.length() == 1 && Character.isUpperCase(name.charAt(0));
  }

  /** Whether round brackets with several members stand here. */
  private boolean isTupleNext() {
    if (!cursor.at(Kind.OPEN, "(")) {
      return false;
    }
    int depth = 1;
    for (int i = 1; depth > 0; i++) {
      Token token = cursor.peek(i);
      if (token.is(Kind.STOP)) {
        return false;
      }
      if (depth == 1 && token.is(Kind.SEPARATOR, ",")) {
        return true;
      }
      depth += token.is(Kind.OPEN) ? 1 : token.is(Kind.CLOSE) ? -1 : 0;
    }
    return false;
  }

  /** {@code _5C_2} and {@code ^5P_2}, whose total stands before the letter. */
  private Node countBeforeLetter() {
    cursor.next();
    Node total = atom();
    boolean isLetter = cursor.at(Kind.NAME) || cursor.at(Kind.UPRIGHT);
    String letter = isLetter ? cursor.next().text() : "";
    if (!PowerParser.COUNTS.contains(letter) || !cursor.skip(Kind.OPERATOR, "_")) {
      throw new UnreadableAnswerException("script without a base");
    }
    return PowerParser.count(letter, total, atom());
  }

  private Node text() {
    String text = cursor.next().text();
    return text.chars().anyMatch(Character::isWhitespace) ? new Node.Words(text) : new Name(text);
  }

  private Node constant() {
    String name = cursor.next().text();
    return name.equals("EMPTY") ? Node.Group.set(List.of()) : Constant.valueOf(name);
  }

  private Node number() {
    String digits = cursor.next().text();
    boolean isPeriod = cursor.at(Kind.COMMAND, "overline") || cursor.at(Kind.COMMAND, "dot");
    if (digits.contains(".") && isPeriod && !digits.contains("e")) {
      return repeating(digits);
    }
    if (cursor.at(Kind.NAME, "ldots") && digits.contains(".")) {
      cursor.next();
      if (THREE_TIMES.matcher(digits).find()) {
        // 0.1666… goes on with its last digit
        String last = digits.substring(digits.length() - 1);
        return repeating(digits, last);
      }
    }
    return literal(digits);
  }

  /**
   * The number that these digits are.
   *
   * @throws LimitReachedException if its exponent is too long
   */
  static Node literal(String digits) {
    if (digits.contains(".") || digits.contains("e")) {
      int e = digits.indexOf('e');
      if (e >= 0 && digits.length() - e > 6) {
        throw new LimitReachedException("exponent");
      }
      return new Decimal(new BigDecimal(digits));
    }
    return new Num(
        digits.length() < LONG_DIGITS
            ? Rational.of(Long.parseLong(digits))
            : Rational.of(new BigInteger(digits)));
  }

  /** {@code 0.1\overline{6}} is 1/6. */
  private Node repeating(String digits) {
    boolean isDotted = cursor.next().text().equals("dot");
    String period = isDotted ? dottedPeriod() : powers.subscript();
    return repeating(digits, period);
  }

  private static Node repeating(String digits, String period) {
    if (period.isEmpty() || !period.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new UnreadableAnswerException("period " + period);
    }
    if (period.length() > GradingLimits.MAX_DIGITS) {
      throw new LimitReachedException("digits");
    }
    BigDecimal start = new BigDecimal(digits + (digits.endsWith(".") ? "0" : ""));
    int places = digits.length() - digits.indexOf('.') - 1;
    BigInteger nines = BigInteger.TEN.pow(period.length()).subtract(BigInteger.ONE);
    Rational rest = Rational.of(new BigInteger(period), nines.multiply(BigInteger.TEN.pow(places)));
    return new Num(Rational.of(start).plus(rest));
  }

  /** {@code \dot{1}4\dot{2}}: the first and the last digit of the period carry dots. */
  private String dottedPeriod() {
    String first = digitUnderDot();
    String middle =
        cursor.at(Kind.NUMBER) && cursor.peek(1).is(Kind.COMMAND, "dot")
            ? cursor.next().text()
            : "";
    return cursor.skip(Kind.COMMAND, "dot") ? first + middle + digitUnderDot() : first;
  }

  private String digitUnderDot() {
    boolean isLong = cursor.at(Kind.NUMBER) && cursor.peek().text().length() > 1;
    return isLong ? cursor.nextDigit() : powers.subscript();
  }

  private Node bars() {
    cursor.deeper();
    cursor.next();
    openBars++;
    Node inner = formulas.sum();
    openBars--;
    if (!cursor.at(Kind.BAR)) {
      throw new UnreadableAnswerException("bar left open");
    }
    cursor.next();
    cursor.shallower();
    return Call.of("abs", inner);
  }

  private Node command() {
    cursor.deeper();
    int[] start = cursor.mark();
    String name = cursor.next().text();
    boolean mayDerive = cursor.at(Kind.OPEN, "group") && cursor.peek(1).text().equals("d");
    if (name.equals("frac") && mayDerive) {
      Optional<Node> derivative = new BoundParser(cursor, formulas, powers).derivative();
      if (derivative.isPresent()) {
        cursor.shallower();
        return derivative.get();
      }
      cursor.reset(start);
      cursor.next();
    }
    Node node =
        switch (name) {
          case "frac" -> Nodes.quotient(argument(), argument());
          case "binom" -> Call.of("binomial", argument(), argument());
          case "sqrt" -> root();
          case "overline", "dot" -> overlined();
          default -> throw new UnreadableAnswerException("command " + name);
        };
    cursor.shallower();
    return node;
  }

  private Node overlined() {
    Node inner = argument();
    if (inner instanceof Name name) {
      return new Name("bar " + name.name());
    }
    boolean isSegment =
        inner instanceof Node.Product product
            && product.factors().stream().allMatch(AtomParser::isPoint);
    return isSegment ? inner : Call.of("bar", inner);
  }

  private static boolean isPoint(Node node) {
    return node instanceof Name name
        && name.name().length() == 1
        && Character.isUpperCase(name.name().charAt(0));
  }

  /** {@code \sqrt[3]{x}}; the index of a root stands in square brackets. */
  private Node root() {
    if (!cursor.at(Kind.OPEN, "[")) {
      return new Power(atom(), new Num(Rational.of(BigInteger.ONE, BigInteger.TWO)));
    }
    cursor.next();
    Node index = formulas.sum();
    cursor.expect(Kind.CLOSE, "]");
    return new Power(atom(), Nodes.inverse(index));
  }

  /** An argument of a command: the content of braces, one token, or one digit of a number. */
  private Node argument() {
    if (!cursor.at(Kind.NUMBER) || !SEVERAL_DIGITS.matcher(cursor.peek().text()).matches()) {
      return cursor.skip(Kind.OPERATOR, "-") ? Nodes.negate(atom()) : atom();
    }
    return literal(cursor.nextDigit());
  }

  private Node function() {
    cursor.deeper();
    String name = cursor.next().text();
    Node exponent = null;
    Node base = null;
    while (cursor.at(Kind.OPERATOR, "^") || cursor.at(Kind.OPERATOR, "_")) {
      if (cursor.next().text().equals("^")) {
        exponent = powers.exponent();
      } else {
        base = atom();
      }
    }
    if (exponent instanceof Num power
        && power.value().equals(Rational.MINUS_ONE)
        && INVERSES.containsKey(name)) {
      name = INVERSES.get(name);
      exponent = null;
    }
    Node call = call(name, base);
    cursor.shallower();
    return exponent == null ? call : new Power(call, exponent);
  }

  /** Programs write {@code log(8, 2)} for the logarithm of 8 to the base 2. */
  private static Node logarithm(Node argument, Node base) {
    if (base == null
        && argument instanceof Node.Group group
        && group.open().equals("(")
        && group.members().size() == 2) {
      return new Call("log", group.members());
    }
    return base == null ? Call.of("log", argument) : Call.of("log", argument, base);
  }

  private Node call(String name, Node base) {
    Node argument = argumentOfFunction();
    if (argument instanceof Node.Group group && OF_SEVERAL.contains(name)) {
      return new Call(name, group.members());
    }
    return switch (name) {
      case "exp" -> new Power(Constant.E, argument);
      case "cis" ->
          Nodes.sum(
              List.of(
                  Call.of("cos", argument),
                  Nodes.product(List.of(Constant.I, Call.of("sin", argument)))));
      case "sqrt" -> new Power(argument, new Num(Rational.of(BigInteger.ONE, BigInteger.TWO)));
      case "cbrt" ->
          new Power(argument, new Num(Rational.of(BigInteger.ONE, BigInteger.valueOf(3))));
      case "log" -> logarithm(argument, base);
      default -> {
        if (base != null) {
          throw new UnreadableAnswerException("subscript of " + name);
        }
        yield Call.of(name, argument);
      }
    };
  }

  /**
   * The argument of a function. In {@code \sin(x)^2} the function is raised; degrees belong to the
   * argument wherever they stand.
   */
  private Node argumentOfFunction() {
    if (!cursor.at(Kind.OPEN, "(") && !cursor.at(Kind.OPEN, "[")) {
      return cursor.at(Kind.OPEN) ? powers.power() : openArgument();
    }
    Node inner = answers.brackets();
    return powers.skipDegree() ? Call.of("degree", inner) : inner;
  }

  /** The argument of a function without brackets: the product up to the next sign. */
  private Node openArgument() {
    cursor.deeper();
    Node argument = cursor.skip(Kind.OPERATOR, "-") ? Nodes.negate(openArgument()) : openFactors();
    cursor.shallower();
    return argument;
  }

  private Node openFactors() {
    List<Node> factors = new ArrayList<>();
    if (cursor.at(Kind.FUNCTION)) {
      return function();
    }
    factors.add(powers.power());
    while (formulas.startsFactor()
        && !cursor.at(Kind.FUNCTION)
        && !cursor.at(Kind.BIG)
        && !cursor.at(Kind.OPEN, "(")
        && !cursor.at(Kind.OPEN, "[")
        && !(cursor.at(Kind.UPRIGHT) && Units.isUnit(cursor.peek().text()))) {
      factors.add(powers.power());
    }
    return Nodes.product(factors);
  }

  /** A sum, product, integral or limit. */
  private Node big() {
    int[] start = cursor.mark();
    String name = cursor.next().text();
    try {
      return new BoundParser(cursor, formulas, powers).parse(name);
    } catch (UnreadableAnswerException unknownBounds) {
      cursor.reset(start);
      return unknown();
    }
  }

  /** A large operator that is identified by the text of its bounds and the form of its body. */
  private Node unknown() {
    cursor.deeper();
    StringBuilder name = new StringBuilder(cursor.next().text());
    while (cursor.at(Kind.OPERATOR, "_") || cursor.at(Kind.OPERATOR, "^")) {
      name.append(cursor.next().text()).append('{').append(powers.subscript()).append('}');
    }
    Node body = new BoundParser(cursor, formulas, powers).factors();
    cursor.shallower();
    return Call.of("big unknown " + name, body);
  }
}
