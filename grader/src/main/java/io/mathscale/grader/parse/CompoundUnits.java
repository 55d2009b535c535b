package io.mathscale.grader.parse;

import io.mathscale.grader.expression.Node;
import io.mathscale.grader.expression.Nodes;
import io.mathscale.grader.expression.Rational;
import io.mathscale.grader.expression.Units;
import java.util.List;
import java.util.Optional;

/** Adds quantities that are one measure in several units, such as {@code 5 feet 6 inches}. */
final class CompoundUnits {
  private CompoundUnits() {}

  /**
   * The sum in the smaller unit, or empty if the second is no part of the first: of another kind,
   * or in a unit that is not smaller.
   */
  static Optional<Node.Quantity> plus(Node.Quantity first, Node.Quantity second) {
    Optional<Units.Unit> large = Units.parse(first.unit());
    Optional<Units.Unit> small = Units.parse(second.unit());
    boolean isPart =
        large.isPresent()
            && small.isPresent()
            && large.get().kind().equals(small.get().kind())
            && Units.isSingle(first.unit())
            && Units.isSingle(second.unit())
            && !large.get().kind().contains(" ")
            && small.get().size().compareTo(large.get().size()) < 0;
    if (!isPart) {
      return Optional.empty();
    }
    Rational factor = large.get().size().dividedBy(small.get().size());
    Node converted =
        first.value() instanceof Node.Num number
            ? new Node.Num(number.value().times(factor))
            : Nodes.product(List.of(first.value(), new Node.Num(factor)));
    Node sum =
        converted instanceof Node.Num left && second.value() instanceof Node.Num right
            ? new Node.Num(left.value().plus(right.value()))
            : Nodes.sum(List.of(converted, second.value()));
    return Optional.of(new Node.Quantity(sum, second.unit()));
  }
}
