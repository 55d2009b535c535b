package io.mathscale.grader;

import io.mathscale.grader.Node.Decimal;
import io.mathscale.grader.Node.Num;
import io.mathscale.grader.Node.Power;
import io.mathscale.grader.Node.Product;
import io.mathscale.grader.Node.Sum;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Builds formulas, folding what is plain arithmetic of literals. */
final class Formulas {
  private Formulas() {}

  static Node sum(List<Node> terms) {
    return terms.size() == 1 ? terms.get(0) : new Sum(terms);
  }

  static Node negate(Node node) {
    if (node instanceof Num number) {
      return new Num(number.value().negate());
    }
    if (node instanceof Decimal decimal) {
      return new Decimal(decimal.value().negate());
    }
    return product(List.of(Num.of(-1), node));
  }

  /** The product; a decimal times a power of ten stays a decimal. */
  static Node product(List<Node> factors) {
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

  static Node inverse(Node node) {
    if (node instanceof Num number && number.value().signum() != 0) {
      return new Num(number.value().inverse());
    }
    return new Power(node, Num.of(-1));
  }

  static Node quotient(Node numerator, Node denominator) {
    if (numerator instanceof Num above
        && denominator instanceof Num below
        && below.value().signum() != 0) {
      return new Num(above.value().dividedBy(below.value()));
    }
    return product(List.of(numerator, inverse(denominator)));
  }

  static Decimal scaled(Decimal decimal, int powerOfTen) {
    BigDecimal value = decimal.value();
    return new Decimal(new BigDecimal(value.unscaledValue(), value.scale() - powerOfTen));
  }

  /** The same formula with each part changed, the parts within a part first. */
  static Node map(Node node, UnaryOperator<Node> change) {
    if (node instanceof Sum sum) {
      return change.apply(new Sum(mapAll(sum.terms(), change)));
    }
    if (node instanceof Product product) {
      return change.apply(product(mapAll(product.factors(), change)));
    }
    if (node instanceof Power power) {
      return change.apply(new Power(map(power.base(), change), map(power.exponent(), change)));
    }
    if (node instanceof Node.Call call) {
      return change.apply(new Node.Call(call.function(), mapAll(call.arguments(), change)));
    }
    if (node instanceof Node.Group group) {
      return change.apply(
          new Node.Group(group.open(), group.close(), mapAll(group.members(), change)));
    }
    if (node instanceof Node.Union union) {
      return change.apply(new Node.Union(mapAll(union.parts(), change)));
    }
    if (node instanceof Node.Matrix matrix) {
      return change.apply(
          new Node.Matrix(matrix.rows().stream().map(row -> mapAll(row, change)).toList()));
    }
    if (node instanceof Node.Relation relation) {
      return change.apply(
          new Node.Relation(mapAll(relation.terms(), change), relation.signs(), relation.labels()));
    }
    if (node instanceof Node.Ratio ratio) {
      return change.apply(new Node.Ratio(mapAll(ratio.terms(), change)));
    }
    if (node instanceof Node.Difference difference) {
      return change.apply(
          new Node.Difference(map(difference.from(), change), map(difference.without(), change)));
    }
    if (node instanceof Node.Labelled labelled) {
      return change.apply(new Node.Labelled(labelled.label(), map(labelled.value(), change)));
    }
    if (node instanceof Node.Quantity quantity) {
      return change.apply(new Node.Quantity(map(quantity.value(), change), quantity.unit()));
    }
    return change.apply(node);
  }

  private static List<Node> mapAll(List<Node> nodes, UnaryOperator<Node> change) {
    List<Node> mapped = new ArrayList<>(nodes.size());
    for (Node node : nodes) {
      mapped.add(map(node, change));
    }
    return mapped;
  }

  /** The parts right beneath a node. */
  static List<Node> parts(Node node) {
    if (node instanceof Sum sum) {
      return sum.terms();
    }
    if (node instanceof Product product) {
      return product.factors();
    }
    if (node instanceof Power power) {
      return List.of(power.base(), power.exponent());
    }
    if (node instanceof Node.Call call) {
      return call.arguments();
    }
    if (node instanceof Node.Group group) {
      return group.members();
    }
    if (node instanceof Node.Union union) {
      return union.parts();
    }
    if (node instanceof Node.Difference difference) {
      return List.of(difference.from(), difference.without());
    }
    if (node instanceof Node.Matrix matrix) {
      return matrix.rows().stream().flatMap(List::stream).toList();
    }
    if (node instanceof Node.Ratio ratio) {
      return ratio.terms();
    }
    if (node instanceof Node.Relation relation) {
      return relation.terms();
    }
    if (node instanceof Node.Labelled labelled) {
      return List.of(labelled.value());
    }
    if (node instanceof Node.Quantity quantity) {
      return List.of(quantity.value());
    }
    return List.of();
  }

  /** Whether the node or any part of it is such. */
  static boolean any(Node node, Predicate<Node> test) {
    if (test.test(node)) {
      return true;
    }
    for (Node part : parts(node)) {
      if (any(part, test)) {
        return true;
      }
    }
    return false;
  }
}
