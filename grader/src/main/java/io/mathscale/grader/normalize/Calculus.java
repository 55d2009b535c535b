package io.mathscale.grader.normalize;

import io.mathscale.grader.arithmetic.BallArithmetic;
import io.mathscale.grader.arithmetic.ComplexBall;
import io.mathscale.grader.arithmetic.Evaluator;
import io.mathscale.grader.arithmetic.ExactArithmetic;
import io.mathscale.grader.arithmetic.RealFunctions;
import io.mathscale.grader.expression.Node;
import io.mathscale.grader.expression.Node.Call;
import io.mathscale.grader.expression.Node.Constant;
import io.mathscale.grader.expression.Node.Name;
import io.mathscale.grader.expression.Node.Num;
import io.mathscale.grader.expression.Node.Power;
import io.mathscale.grader.expression.NodeTraversal;
import io.mathscale.grader.expression.Nodes;
import io.mathscale.grader.expression.Rational;
import io.mathscale.grader.expression.UndefinedValueException;
import io.mathscale.grader.limits.StepBudget;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Evaluates sums, products, integrals, limits and derivatives by exact rules; what no rule applies
 * to stays as it is.
 */
final class Calculus {
  private static final Set<String> KNOWN =
      Set.of("big sum", "big prod", "big int", "big lim", "big diff");
  private static final String LEFT = "big left ";
  private static final int MOST_TERMS = 1_000;
  private static final int MOST_EXPANDED = 60;
  private static final int MOST_STEPS_TO_LIMIT = 4;
  private static final RealFunctions FIFTY_DIGITS = new RealFunctions(50);
  private static final BigDecimal NEAR_ZERO = new BigDecimal("1e-40");

  /** Functions that jump, so that a limit is not the value. */
  private static final Set<String> STEPS = Set.of("floor", "ceil", "mod", "factorial", "binomial");

  private final StepBudget budget;

  Calculus(StepBudget budget) {
    this.budget = budget;
  }

  /** Whether it is a call with a bound variable. */
  static boolean isKnown(Call call) {
    return KNOWN.contains(call.function());
  }

  /** Whether it was found to have no value that the rules give. */
  static boolean isLeft(Call call) {
    return call.function().startsWith(LEFT);
  }

  /** The formula with the values of all calls within it that have one. */
  Node valuesWithin(Node node) {
    return NodeTraversal.map(
        node, part -> part instanceof Call call && isKnown(call) ? value(call) : part);
  }

  /** Whether a term may have this value; collections have none. */
  boolean mayBe(Node term, Num number) {
    if (term instanceof Node.Quantity quantity) {
      return mayBe(quantity.value(), number);
    }
    if (term instanceof Node.Decimal decimal) {
      Rational difference = Rational.of(decimal.value()).minus(number.value()).abs();
      return difference.compareTo(Rational.of(decimal.value().ulp())) <= 0;
    }
    if (term instanceof Num other) {
      return other.equals(number);
    }
    boolean isFormula =
        term instanceof Node.Sum
            || term instanceof Node.Product
            || term instanceof Power
            || term instanceof Constant
            || term instanceof Call;
    if (!isFormula) {
      return false;
    }
    Optional<Rational> exact = ExactArithmetic.of(term, budget);
    if (exact.isPresent()) {
      return exact.get().equals(number.value());
    }
    try {
      ComplexBall value = ball(Nodes.sum(List.of(term, Nodes.negate(number))));
      return value.mayBeZero();
    } catch (UndefinedValueException unknown) {
      return true;
    }
  }

  /** The value, or the call under a name that says that it has none. */
  Node value(Call call) {
    budget.spend(10);
    List<Node> arguments = new ArrayList<>(call.arguments());
    arguments.set(0, valuesWithin(arguments.get(0)));
    String variable = arguments.get(1) instanceof Name name ? name.name() : "";
    try {
      return switch (call.function()) {
        case "big sum" -> series(arguments, variable, true);
        case "big prod" -> series(arguments, variable, false);
        case "big int" -> integral(arguments, variable);
        case "big lim" -> limit(arguments.get(0), variable, arguments.get(2));
        default -> derivative(arguments, variable);
      };
    } catch (UndefinedValueException unknown) {
      return new Call(LEFT + call.function(), arguments);
    }
  }

  private Node derivative(List<Node> arguments, String variable) {
    Node node = arguments.get(0);
    Rational order = ((Num) arguments.get(2)).value();
    for (int i = 0; i < order.numerator().intValue(); i++) {
      node = new Derivative(variable, budget).of(node);
    }
    return node;
  }

  private Node series(List<Node> arguments, String variable, boolean isSum) {
    Node body = arguments.get(0);
    Rational low = integer(arguments.get(2));
    if (isSum && arguments.get(3) == Constant.INFINITY) {
      return infiniteSum(body, variable, low);
    }
    Rational high = integer(arguments.get(3));
    Rational count = high.minus(low).plus(Rational.ONE);
    if (count.signum() <= 0) {
      return Num.of(isSum ? 0 : 1);
    }
    if (count.compareTo(Rational.of(MOST_TERMS)) > 0) {
      throw new UndefinedValueException("terms");
    }
    Optional<Node> exact = exactSeries(body, variable, low, count, isSum);
    return exact.isPresent() ? exact.get() : expanded(body, variable, low, count, isSum);
  }

  private Optional<Node> exactSeries(
      Node body, String variable, Rational low, Rational count, boolean isSum) {
    Rational total = isSum ? Rational.ZERO : Rational.ONE;
    try {
      for (int i = 0; i < count.numerator().intValue(); i++) {
        budget.spend(1);
        Map<String, Rational> at = Map.of(variable, low.plus(Rational.of(i)));
        Rational term = ExactArithmetic.at(at, body, budget);
        total = isSum ? total.plus(term) : total.times(term);
      }
      return Optional.of(new Num(total));
    } catch (UndefinedValueException notExact) {
      return Optional.empty();
    }
  }

  private Node expanded(Node body, String variable, Rational low, Rational count, boolean isSum) {
    if (count.compareTo(Rational.of(MOST_EXPANDED)) > 0) {
      throw new UndefinedValueException("terms");
    }
    List<Node> terms = new ArrayList<>();
    for (int i = 0; i < count.numerator().intValue(); i++) {
      budget.spend(10);
      terms.add(at(body, variable, new Num(low.plus(Rational.of(i)))));
    }
    return isSum ? Nodes.sum(terms) : Nodes.product(terms);
  }

  /** Sums of geometric series, a term for each. */
  private Node infiniteSum(Node body, String variable, Rational low) {
    if (body instanceof Node.Sum sum) {
      return Nodes.sum(sum.terms().stream().map(term -> infiniteSum(term, variable, low)).toList());
    }
    if (!isGeometric(body, variable)) {
      return knownSeries(body, variable, low);
    }
    Node first = at(body, variable, new Num(low));
    Node second = at(body, variable, new Num(low.plus(Rational.ONE)));
    Node ratio = Nodes.quotient(second, first);
    ComplexBall size = ball(ratio);
    boolean converges =
        size.isReal() && size.re().abs().add(size.error()).compareTo(BigDecimal.ONE) < 0;
    if (!converges && !NodeTraversal.hasVariable(ratio)) {
      throw new UndefinedValueException("a series without a limit");
    }
    return Nodes.quotient(first, Nodes.sum(List.of(Num.of(1), Nodes.negate(ratio))));
  }

  /** ζ(2), ζ(4) and e. */
  private static Node knownSeries(Node body, String variable, Rational low) {
    Name n = new Name(variable);
    boolean fromOne = low.equals(Rational.ONE);
    if (fromOne && isInversePower(body, n, 2)) {
      return Nodes.quotient(new Power(Constant.PI, Num.of(2)), Num.of(6));
    }
    if (fromOne && isInversePower(body, n, 4)) {
      return Nodes.quotient(new Power(Constant.PI, Num.of(4)), Num.of(90));
    }
    Node factorial = new Power(Call.of("factorial", n), Num.of(-1));
    boolean isExponential =
        body.equals(factorial) || body.equals(new Node.Product(List.of(Num.of(1), factorial)));
    if (isExponential && low.signum() == 0) {
      return Constant.E;
    }
    throw new UndefinedValueException("infinite sum");
  }

  private static boolean isInversePower(Node body, Name n, int exponent) {
    Node inverse = new Power(new Power(n, Num.of(exponent)), Num.of(-1));
    return body.equals(inverse)
        || body.equals(new Node.Product(List.of(Num.of(1), inverse)))
        || body.equals(new Power(n, Num.of(-exponent)));
  }

  /** Whether the variable stands in linear exponents of constant bases alone. */
  private boolean isGeometric(Node node, String variable) {
    if (!NodeTraversal.names(node).contains(variable)) {
      return true;
    }
    if (node instanceof Node.Product product) {
      return product.factors().stream().allMatch(factor -> isGeometric(factor, variable));
    }
    if (!(node instanceof Power power)) {
      return false;
    }
    if (!NodeTraversal.names(power.exponent()).contains(variable)) {
      return isGeometric(power.base(), variable);
    }
    return !NodeTraversal.names(power.base()).contains(variable)
        && Polynomial.of(power.exponent(), variable, budget)
            .filter(exponent -> exponent.degree() == 1)
            .isPresent();
  }

  private Node integral(List<Node> arguments, String variable) {
    Node body = withPlainPowers(arguments.get(0));
    Node low = arguments.get(2);
    Node high = arguments.get(3);
    boolean isFinite = !isInfinite(low) && !isInfinite(high);
    if (!isFinite || hasPole(body, variable, low, high)) {
      throw new UndefinedValueException("improper integral");
    }
    Node integral = new Antiderivative(variable, budget).of(body);
    return Nodes.sum(
        List.of(at(integral, variable, high), Nodes.negate(at(integral, variable, low))));
  }

  private static boolean isInfinite(Node node) {
    return NodeTraversal.any(node, Constant.INFINITY::equals);
  }

  /**
   * Whether a denominator, root or logarithm may be zero or negative between the bounds. A linear
   * formula is not if it is positive at both.
   */
  private boolean hasPole(Node body, String variable, Node low, Node high) {
    return NodeTraversal.any(
        body,
        part -> {
          Node critical = critical(part);
          if (critical == null || !NodeTraversal.names(critical).contains(variable)) {
            return false;
          }
          if (isAlwaysPositive(critical, variable)) {
            return false;
          }
          boolean isLine =
              Polynomial.of(critical, variable, budget)
                  .filter(line -> line.degree() == 1)
                  .isPresent();
          boolean mayBeZero =
              part instanceof Power power
                  && power.exponent() instanceof Num exponent
                  && exponent.value().signum() > 0;
          return !isLine
              || !isPositive(at(critical, variable, low), mayBeZero)
              || !isPositive(at(critical, variable, high), mayBeZero);
        });
  }

  /** The formula with powers of powers with whole exponents as one power. */
  private static Node withPlainPowers(Node node) {
    return NodeTraversal.map(
        node,
        part ->
            part instanceof Power outer
                    && outer.exponent() instanceof Num times
                    && times.value().isInteger()
                    && outer.base() instanceof Power inner
                    && inner.exponent() instanceof Num exponent
                ? new Power(inner.base(), new Num(exponent.value().times(times.value())))
                : part);
  }

  private static Node critical(Node node) {
    if (node instanceof Power power) {
      boolean isHarmless =
          power.exponent() instanceof Num exponent
              && exponent.value().isInteger()
              && exponent.value().signum() > 0;
      return isHarmless ? null : power.base();
    }
    boolean isLogarithm =
        node instanceof Call call
            && (call.function().equals("ln") || call.function().equals("log"));
    return isLogarithm ? ((Call) node).arguments().get(0) : null;
  }

  /** Whether it is a quadratic formula without a root, with its arms upwards. */
  private boolean isAlwaysPositive(Node critical, String variable) {
    Optional<Polynomial> quadratic =
        Polynomial.of(critical, variable, budget).filter(found -> found.degree() == 2);
    if (quadratic.isEmpty() || quadratic.get().coefficient(2).signum() < 0) {
      return false;
    }
    Rational b = quadratic.get().coefficient(1);
    Rational product = quadratic.get().coefficient(2).times(quadratic.get().coefficient(0));
    return b.times(b).compareTo(product.times(Rational.of(4))) < 0;
  }

  private boolean isPositive(Node node, boolean mayBeZero) {
    if (NodeTraversal.hasVariable(node)) {
      return false;
    }
    Optional<Rational> exact = ExactArithmetic.of(node, budget);
    if (exact.isPresent()) {
      return exact.get().signum() > 0 || (mayBeZero && exact.get().signum() == 0);
    }
    ComplexBall value = ball(node);
    return value.isReal() && value.re().subtract(value.error()).signum() > 0;
  }

  private Node limit(Node body, String variable, Node place) {
    if (hasSteps(body)) {
      throw new UndefinedValueException("limit of a function that jumps");
    }
    if (place == Constant.INFINITY) {
      return limitAtInfinity(body, variable);
    }
    if (isInfinite(place)) {
      throw new UndefinedValueException("limit at minus infinity");
    }
    return limitAt(body, variable, place, 0);
  }

  private static boolean hasSteps(Node node) {
    return NodeTraversal.any(
        node,
        part -> part instanceof Call call && (STEPS.contains(call.function()) || call.isOpaque()));
  }

  /** The value if there is one, else by the rule of L'Hôpital. */
  private Node limitAt(Node body, String variable, Node place, int steps) {
    Node value = at(body, variable, place);
    if (isDefined(value)) {
      return value;
    }
    List<Node> above = new ArrayList<>();
    List<Node> below = new ArrayList<>();
    split(body, above, below);
    Node numerator = above.isEmpty() ? Num.of(1) : Nodes.product(above);
    boolean isZeroByZero =
        !below.isEmpty()
            && steps < MOST_STEPS_TO_LIMIT
            && isZero(at(numerator, variable, place))
            && isZero(at(Nodes.product(below), variable, place));
    if (!isZeroByZero) {
      throw new UndefinedValueException("limit");
    }
    Derivative derivative = new Derivative(variable, budget);
    Node quotient =
        Nodes.product(
            List.of(derivative.of(numerator), Nodes.inverse(derivative.of(Nodes.product(below)))));
    return limitAt(quotient, variable, place, steps + 1);
  }

  private static void split(Node body, List<Node> above, List<Node> below) {
    for (Node factor : body instanceof Node.Product product ? product.factors() : List.of(body)) {
      if (factor instanceof Power power
          && power.exponent() instanceof Num exponent
          && exponent.value().signum() < 0) {
        Num positive = new Num(exponent.value().negate());
        below.add(positive.equals(Num.of(1)) ? power.base() : new Power(power.base(), positive));
      } else {
        above.add(factor);
      }
    }
  }

  private boolean isDefined(Node node) {
    try {
      ball(node);
      return true;
    } catch (UndefinedValueException undefined) {
      return false;
    }
  }

  private boolean isZero(Node node) {
    try {
      ComplexBall value = ball(node);
      return value.mayBeZero() && value.error().compareTo(NEAR_ZERO) < 0;
    } catch (UndefinedValueException undefined) {
      return false;
    }
  }

  /** Rational formulas by their degrees, and powers that tend to one with e. */
  private Node limitAtInfinity(Node body, String variable) {
    if (body instanceof Power power && NodeTraversal.names(power.exponent()).contains(variable)) {
      Node small = Nodes.sum(List.of(power.base(), Num.of(-1)));
      if (limitOfFraction(power.base(), variable).equals(Num.of(1))) {
        Node exponent = limitOfFraction(Nodes.product(List.of(power.exponent(), small)), variable);
        return new Power(Constant.E, exponent);
      }
      throw new UndefinedValueException("limit of a power");
    }
    return limitOfFraction(body, variable);
  }

  private Node limitOfFraction(Node body, String variable) {
    Polynomial[] fraction = fraction(body, variable);
    if (fraction[1].degree() < 0) {
      throw new UndefinedValueException("division by zero");
    }
    int difference = fraction[0].degree() - fraction[1].degree();
    Rational leading = fraction[1].coefficient(fraction[1].degree());
    if (fraction[0].degree() < 0 || difference < 0) {
      return Num.of(0);
    }
    Rational ratio = fraction[0].coefficient(fraction[0].degree()).dividedBy(leading);
    if (difference == 0) {
      return new Num(ratio);
    }
    return ratio.signum() > 0 ? Constant.INFINITY : Nodes.MINUS_INFINITY;
  }

  /** Numerator and denominator of a rational formula. */
  private Polynomial[] fraction(Node node, String variable) {
    Polynomial one = Polynomial.constant(Rational.ONE);
    if (node instanceof Node.Sum sum) {
      Polynomial[] total = {Polynomial.constant(Rational.ZERO), one};
      for (Node term : sum.terms()) {
        Polynomial[] next = fraction(term, variable);
        total =
            new Polynomial[] {
              total[0].times(next[1], budget).plus(next[0].times(total[1], budget)),
              total[1].times(next[1], budget)
            };
      }
      return total;
    }
    if (node instanceof Node.Product product) {
      Polynomial[] total = {one, one};
      for (Node factor : product.factors()) {
        Polynomial[] next = fraction(factor, variable);
        total = new Polynomial[] {total[0].times(next[0], budget), total[1].times(next[1], budget)};
      }
      return total;
    }
    if (node instanceof Power power
        && power.exponent() instanceof Num exponent
        && exponent.value().isInteger()
        && exponent.value().signum() < 0) {
      Num positive = new Num(exponent.value().negate());
      Polynomial[] inverse =
          fraction(
              positive.equals(Num.of(1)) ? power.base() : new Power(power.base(), positive),
              variable);
      return new Polynomial[] {inverse[1], inverse[0]};
    }
    return new Polynomial[] {
      Polynomial.of(node, variable, budget)
          .orElseThrow(() -> new UndefinedValueException("no rational formula")),
      one
    };
  }

  private ComplexBall ball(Node node) {
    return new Evaluator<>(new BallArithmetic(FIFTY_DIGITS, 0, false, budget), budget)
        .valueOf(node);
  }

  private Rational integer(Node node) {
    Optional<Rational> value = ExactArithmetic.of(node, budget);
    if (value.isEmpty() || !value.get().isInteger()) {
      throw new UndefinedValueException("bound");
    }
    return value.get();
  }

  private static Node at(Node node, String variable, Node value) {
    Name name = new Name(variable);
    return NodeTraversal.map(node, part -> part.equals(name) ? value : part);
  }
}
