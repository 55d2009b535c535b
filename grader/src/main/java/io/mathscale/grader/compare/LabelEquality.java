package io.mathscale.grader.compare;

import io.mathscale.grader.expression.Node;
import io.mathscale.grader.expression.Node.Labelled;
import io.mathscale.grader.expression.Node.Name;
import io.mathscale.grader.expression.Node.Relation;
import io.mathscale.grader.expression.NodeTraversal;
import io.mathscale.grader.normalize.Normalizer;
import io.mathscale.grader.verdict.Rule;
import java.util.List;

/** Compares labelled answers, such as {@code x = 5}. */
final class LabelEquality {
  private final Equality values;
  private final RelationEquality relations;

  LabelEquality(Equality values, RelationEquality relations) {
    this.values = values;
    this.relations = relations;
  }

  /** Whether the two mean the same, one of which at least is labelled. */
  ComparisonResult compare(Node left, Node right) {
    if (left instanceof Labelled first && right instanceof Labelled second) {
      if (areDifferentCalculations(first.label(), second.label())) {
        ComparisonResult sameValue = values.compare(first.value(), second.value());
        return sameValue.isRight() ? ComparisonResult.undecided(Rule.LABELS) : sameValue;
      }
      if (areDifferentVariables(first.label(), second.label())) {
        boolean areCurves = varies(first.value()) && varies(second.value());
        if (areCurves && isFunction(first.label())) {
          return values.compare(first.value(), second.value());
        }
        ComparisonResult curves =
            areCurves
                ? relations.compare(equation(first), equation(second))
                : ComparisonResult.wrong(Rule.LABELS);
        return curves.isRight() ? curves : ComparisonResult.wrong(Rule.LABELS);
      }
      return values.compare(first.value(), second.value());
    }
    Labelled labelled = (Labelled) (left instanceof Labelled ? left : right);
    Node other = left instanceof Labelled ? right : left;
    if (other instanceof Relation relation) {
      return relations.compare(equation(labelled), relation);
    }
    return values.compare(labelled.value(), other);
  }

  private static boolean varies(Node node) {
    return NodeTraversal.hasVariable(node);
  }

  /**
   * {@code x = 5} and {@code y = 5} differ, so do {@code P(A) = 1} and {@code P(B) = 1}; {@code
   * f(x)} and {@code y} may be the same.
   */
  private static boolean areDifferentVariables(String first, String second) {
    return !first.equals(second)
        && isVariable(first)
        && isVariable(second)
        && isFunction(first) == isFunction(second);
  }

  /** {@code log_3(27) = 3} and {@code log_6(216) = 3} may be asked for as equations. */
  private static boolean areDifferentCalculations(String first, String second) {
    return !first.equals(second)
        && first.startsWith(Normalizer.CALCULATION)
        && second.startsWith(Normalizer.CALCULATION);
  }

  private static boolean isFunction(String label) {
    return label.indexOf('(') > 0;
  }

  private static boolean isVariable(String label) {
    return !label.equals("tuple")
        && !label.equals("words")
        && !label.startsWith(Normalizer.CALCULATION);
  }

  private static Relation equation(Labelled labelled) {
    return new Relation(
        List.of(new Name(labelled.label()), labelled.value()),
        List.of("="),
        List.of(labelled.label(), ""));
  }
}
