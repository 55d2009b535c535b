package io.mathscale.grader.compare;

import io.mathscale.grader.expression.Node;
import io.mathscale.grader.expression.Node.Constant;
import io.mathscale.grader.expression.Node.Group;
import io.mathscale.grader.expression.Node.Matrix;
import io.mathscale.grader.expression.Node.Name;
import io.mathscale.grader.expression.Node.Num;
import io.mathscale.grader.expression.NodeTraversal;
import io.mathscale.grader.expression.Nodes;
import io.mathscale.grader.verdict.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Compares sums of the unit vectors i, j and k with tuples and columns. */
final class VectorForm {
  private static final Set<String> FIRST = Set.of("i", "imath");
  private static final Set<String> SECOND = Set.of("j", "jmath");
  private static final Set<String> THIRD = Set.of("k");

  private final Equality equality;

  VectorForm(Equality equality) {
    this.equality = equality;
  }

  /** Whether the two are the same vector, or empty if they are not such a pair. */
  Optional<ComparisonResult> compare(Node left, Node right) {
    List<Node> first = components(left);
    List<Node> second = components(right);
    if (first.isEmpty() == second.isEmpty()) {
      return Optional.empty();
    }
    List<Node> places = first.isEmpty() ? second : first;
    Node sum = first.isEmpty() ? left : right;
    if (!isSumOfUnits(sum)) {
      return Optional.empty();
    }
    List<Node> factors = new ArrayList<>();
    List<Node> terms = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Node factor = withUnits(sum, i);
      factors.add(factor);
      terms.add(Nodes.product(List.of(factor, new Name("unit " + i))));
    }
    boolean isLinear = equality.compare(withUnits(sum, 3), Nodes.sum(terms)).isRight();
    if (!isLinear) {
      return Optional.of(ComparisonResult.undecided(Rule.TUPLE));
    }
    boolean isFlat = places.size() == 2;
    if (isFlat && !equality.compare(factors.get(2), Num.of(0)).isRight()) {
      return Optional.of(ComparisonResult.wrong(Rule.TUPLE));
    }
    List<Node> wanted = factors.subList(0, places.size());
    return Optional.of(
        new CollectionEquality(equality)
            .inOrder(
                first.isEmpty() ? wanted : places, first.isEmpty() ? places : wanted, Rule.TUPLE));
  }

  /** The two or three components of a tuple or column, empty for anything else. */
  private static List<Node> components(Node node) {
    boolean isTuple = node instanceof Group group && !group.isUnordered();
    boolean isVector =
        node instanceof Matrix matrix
            && (matrix.rows().size() == 1
                || matrix.rows().stream().allMatch(row -> row.size() == 1));
    List<Node> places = isTuple || isVector ? NodeTraversal.children(node) : List.of();
    return places.size() == 2 || places.size() == 3 ? places : List.of();
  }

  private static boolean isSumOfUnits(Node node) {
    boolean isFormula =
        node instanceof Node.Sum || node instanceof Node.Product || node instanceof Name;
    boolean hasSecond = NodeTraversal.any(node, part -> isUnit(part, SECOND));
    boolean hasOthers =
        NodeTraversal.any(node, part -> part == Constant.I || isUnit(part, FIRST))
            && NodeTraversal.any(node, part -> isUnit(part, THIRD));
    return isFormula && (hasSecond || hasOthers);
  }

  private static boolean isUnit(Node node, Set<String> names) {
    return node instanceof Name name && names.contains(name.name());
  }

  /** The sum with one unit vector as 1 and the others as 0; with all as variables for index 3. */
  private static Node withUnits(Node sum, int index) {
    return NodeTraversal.map(
        sum,
        part -> {
          int unit =
              part == Constant.I || isUnit(part, FIRST)
                  ? 0
                  : isUnit(part, SECOND) ? 1 : isUnit(part, THIRD) ? 2 : -1;
          if (unit < 0) {
            return part;
          }
          return index == 3 ? new Name("unit " + unit) : Num.of(unit == index ? 1 : 0);
        });
  }
}
