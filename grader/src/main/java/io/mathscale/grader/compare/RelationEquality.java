package io.mathscale.grader.compare;

import io.mathscale.grader.expression.CanonicalForm;
import io.mathscale.grader.expression.Node;
import io.mathscale.grader.expression.Node.Name;
import io.mathscale.grader.expression.Node.Num;
import io.mathscale.grader.expression.Node.Relation;
import io.mathscale.grader.expression.NodeTraversal;
import io.mathscale.grader.expression.Nodes;
import io.mathscale.grader.limits.StepBudget;
import io.mathscale.grader.verdict.Rule;
import java.util.List;
import java.util.Set;

/** Compares equations and inequalities, which may differ by a constant factor. */
final class RelationEquality {
  private static final Set<String> DESCENDING = Set.of(">", ">=");

  private final ScalarEquality scalars;
  private final StepBudget budget;

  RelationEquality(ScalarEquality scalars, StepBudget budget) {
    this.scalars = scalars;
    this.budget = budget;
  }

  /** Whether the two are the same, up to a constant factor. */
  ComparisonResult compare(Relation left, Relation right) {
    if (left.terms().size() != right.terms().size()) {
      return ComparisonResult.wrong(Rule.RELATION);
    }
    if (left.terms().size() > 2) {
      return chains(left, right);
    }
    if (!isFormula(left) || !isFormula(right)) {
      return sides(left, right);
    }
    String leftSign = ascending(left.signs().get(0));
    if (!leftSign.equals(ascending(right.signs().get(0)))) {
      return ComparisonResult.wrong(Rule.RELATION);
    }
    ComparisonResult bySides = sides(left, right);
    if (bySides.isRight()) {
      return bySides;
    }
    ComparisonResult direct =
        upToFactor(difference(left), difference(right), leftSign.startsWith("<"));
    if (direct.isRight() || !leftSign.equals("=")) {
      return direct;
    }
    Relation first = new CurveForm(budget).of(left);
    Relation second = new CurveForm(budget).of(right);
    boolean areRewritten = !first.equals(left) || !second.equals(right);
    return areRewritten ? upToFactor(difference(first), difference(second), false) : direct;
  }

  private static boolean isFormula(Relation relation) {
    return relation.terms().stream()
        .noneMatch(
            term ->
                NodeTraversal.any(
                    term,
                    part ->
                        part instanceof Node.Group
                            || part instanceof Node.Matrix
                            || part instanceof Node.Quantity
                            || part instanceof Node.Words));
  }

  private ComparisonResult chains(Relation left, Relation right) {
    return left.signs().equals(right.signs())
        ? sides(left, right)
        : ComparisonResult.undecided(Rule.RELATION);
  }

  private ComparisonResult sides(Relation left, Relation right) {
    if (!left.signs().equals(right.signs())) {
      return ComparisonResult.undecided(Rule.RELATION);
    }
    boolean areSame = true;
    for (int i = 0; i < left.terms().size(); i++) {
      Node first = left.terms().get(i);
      Node second = right.terms().get(i);
      areSame &=
          first.equals(second)
              || CanonicalForm.areSame(first, second)
              || (!(first instanceof Node.Group)
                  && !(second instanceof Node.Group)
                  && scalars.compare(first, second).isRight());
    }
    return areSame
        ? ComparisonResult.right(Rule.RELATION)
        : ComparisonResult.undecided(Rule.RELATION);
  }

  private static String ascending(String sign) {
    return DESCENDING.contains(sign) ? sign.replace('>', '<') : sign;
  }

  /** What is zero, or negative, where the relation holds. */
  private static Node difference(Relation relation) {
    boolean isDescending = DESCENDING.contains(relation.signs().get(0));
    Node low = relation.terms().get(isDescending ? 1 : 0);
    Node high = relation.terms().get(isDescending ? 0 : 1);
    return Nodes.sum(List.of(low, Nodes.negate(high)));
  }

  /** f = k g for a constant k if f(x) g(y) = f(y) g(x) for all points x and y. */
  private ComparisonResult upToFactor(Node f, Node g, boolean mustBePositive) {
    Node crossed = Nodes.product(List.of(f, elsewhere(g)));
    Node crossedBack = Nodes.product(List.of(elsewhere(f), g));
    ComparisonResult proportional = scalars.compare(crossed, crossedBack);
    if (!proportional.isRight()) {
      return new ComparisonResult(proportional.outcome(), Rule.RELATION);
    }
    boolean fVanishes = scalars.compare(f, Num.of(0)).isRight();
    boolean gVanishes = scalars.compare(g, Num.of(0)).isRight();
    if (fVanishes || gVanishes) {
      return ComparisonResult.of(fVanishes && gVanishes, Rule.RELATION);
    }
    return ComparisonResult.of(
        !mustBePositive || new NumericEquality(budget).haveSameSign(f, g), Rule.RELATION);
  }

  /** The same formula at another point: all its variables under other names. */
  private static Node elsewhere(Node node) {
    return NodeTraversal.map(
        node, part -> part instanceof Name name ? new Name(name.name() + " elsewhere") : part);
  }
}
