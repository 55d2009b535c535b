package io.mathscale.grader.expression;

import io.mathscale.grader.expression.Node.Decimal;
import io.mathscale.grader.expression.Node.Num;
import io.mathscale.grader.expression.Node.Power;
import io.mathscale.grader.expression.Node.Product;
import io.mathscale.grader.expression.Node.Sum;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Builds nodes; arithmetic on plain numbers is done at once. */
public final class Nodes {
  /** −∞, the lower bound of intervals that have none. */
  public static final Node MINUS_INFINITY = negate(Node.Constant.INFINITY);

  /** The set of all real numbers, as an interval. */
  public static final Node.Group REALS =
      new Node.Group("(", ")", List.of(MINUS_INFINITY, Node.Constant.INFINITY));

  private Nodes() {}

  /** The sum of the terms; the sum of one term is that term. */
  public static Node sum(List<Node> terms) {
    return terms.size() == 1 ? terms.get(0) : new Sum(terms);
  }

  /** The node with the opposite sign. */
  public static Node negate(Node node) {
    if (node instanceof Num number) {
      return new Num(number.value().negate());
    }
    if (node instanceof Decimal decimal) {
      return new Decimal(decimal.value().negate());
    }
    return product(List.of(Num.of(-1), node));
  }

  /** The product; a decimal times a power of ten stays a decimal. */
  public static Node product(List<Node> factors) {
    if (factors.size() == 1) {
      return factors.get(0);
    }
    if (factors.size() == 2
        && factors.get(0) instanceof Decimal decimal
        && factors.get(1) instanceof Power power
        && power.base().equals(Num.of(10))
        && power.exponent() instanceof Num exponent
        && exponent.value().isInteger()
        && exponent.value().numerator().bitLength() < 12) {
      return scaled(decimal, exponent.value().numerator().intValue());
    }
    List<Node> flat = new ArrayList<>(factors.size());
    for (Node factor : factors) {
      if (factor instanceof Product inner) {
        flat.addAll(inner.factors());
      } else {
        flat.add(factor);
      }
    }
    return new Product(flat);
  }

  /** One divided by the node. */
  public static Node inverse(Node node) {
    if (node instanceof Num number && number.value().signum() != 0) {
      return new Num(number.value().inverse());
    }
    return new Power(node, Num.of(-1));
  }

  /** One node divided by another. */
  public static Node quotient(Node numerator, Node denominator) {
    if (numerator instanceof Num dividend
        && denominator instanceof Num divisor
        && divisor.value().signum() != 0) {
      return new Num(dividend.value().dividedBy(divisor.value()));
    }
    return product(List.of(numerator, inverse(denominator)));
  }

  /** The decimal times a power of ten. */
  public static Decimal scaled(Decimal decimal, int powerOfTen) {
    BigDecimal value = decimal.value();
    return new Decimal(new BigDecimal(value.unscaledValue(), value.scale() - powerOfTen));
  }
}
