package io.mathscale.grader;

import io.mathscale.grader.Node.Group;
import io.mathscale.grader.Node.Labelled;
import io.mathscale.grader.Node.Matrix;
import io.mathscale.grader.Node.Name;
import io.mathscale.grader.Node.Num;
import io.mathscale.grader.Node.Quantity;
import io.mathscale.grader.Node.Ratio;
import io.mathscale.grader.Node.Relation;
import io.mathscale.grader.Node.Words;
import java.util.List;
import java.util.Optional;

/** Compares two interpreted answers, whatever their kinds. */
final class AnswerEquality implements Equality {
  private final Budget budget;
  private final ScalarEquality scalars;
  private final RelationEquality relations;
  private final LabelEquality labels;
  private final CollectionEquality collections;

  AnswerEquality(Budget budget) {
    this.budget = budget;
    this.scalars = new ScalarEquality(budget);
    this.relations = new RelationEquality(scalars, budget);
    this.labels = new LabelEquality(this, relations);
    this.collections = new CollectionEquality(this);
  }

  @Override
  public Judgement compare(Node left, Node right) {
    budget.spend(2);
    if (left.equals(right)) {
      return Judgement.right(Rule.SAME_FORMULA);
    }
    if (left instanceof Labelled || right instanceof Labelled) {
      return labels.compare(left, right);
    }
    if (left instanceof Quantity || right instanceof Quantity) {
      return quantities(left, right);
    }
    if (CollectionEquality.isUnordered(left) || CollectionEquality.isUnordered(right)) {
      return collections.members(left, right, Rule.SET);
    }
    if (isUnsolved(left, right) || isUnsolved(right, left)) {
      return Judgement.undecided(Rule.RELATION);
    }
    if (left instanceof Node.Union || right instanceof Node.Union) {
      return left instanceof Node.Union && right instanceof Node.Union
          ? collections.unordered(Formulas.parts(left), Formulas.parts(right), Rule.UNION)
          : Judgement.wrong(Rule.UNION);
    }
    if (left instanceof Matrix || right instanceof Matrix) {
      return collections.matrices(left, right);
    }
    if (left instanceof Group first && right instanceof Group second) {
      return collections.tuples(first, second);
    }
    if (isClock(left) || isClock(right)) {
      boolean areTimes =
          (isClock(left) || left instanceof Ratio) && (isClock(right) || right instanceof Ratio);
      return areTimes
          ? collections.inOrder(Formulas.parts(left), Formulas.parts(right), Rule.RATIO)
          : Judgement.wrong(Rule.DIFFERENT_KIND);
    }
    if (left instanceof Ratio || right instanceof Ratio) {
      return ratios(left, right);
    }
    if (left instanceof Relation || right instanceof Relation) {
      return left instanceof Relation first && right instanceof Relation second
          ? relations.compare(first, second)
          : Judgement.wrong(Rule.DIFFERENT_KIND);
    }
    if (left instanceof Words || right instanceof Words) {
      return words(left, right);
    }
    if (isScalar(left) && isScalar(right)) {
      return scalars.compare(left, right);
    }
    return isScalar(left) != isScalar(right)
        ? Judgement.wrong(Rule.DIFFERENT_KIND)
        : structure(left, right);
  }

  /** Whether one is a relation that was not solved, the other a set of solutions. */
  private static boolean isUnsolved(Node one, Node other) {
    return one instanceof Relation relation
        && !relation.signs().contains("=")
        && (other instanceof Group || other instanceof Node.Union);
  }

  private static boolean isClock(Node node) {
    return node instanceof Node.Call call && call.function().equals("clock");
  }

  private static boolean isScalar(Node node) {
    boolean isFormula =
        node instanceof Num
            || node instanceof Node.Decimal
            || node instanceof Name
            || node instanceof Node.Constant
            || node instanceof Node.Sum
            || node instanceof Node.Product
            || node instanceof Node.Power;
    return isFormula || (node instanceof Node.Call call && !call.function().equals("such that"));
  }

  private static Judgement structure(Node left, Node right) {
    return Canonical.of(left).equals(Canonical.of(right))
        ? Judgement.right(Rule.SAME_FORMULA)
        : Judgement.undecided(Rule.NOT_UNDERSTOOD);
  }

  private Judgement quantities(Node left, Node right) {
    if (left instanceof Quantity first && right instanceof Quantity second) {
      Optional<Units.Unit> firstUnit = Units.parse(first.unit());
      Optional<Units.Unit> secondUnit = Units.parse(second.unit());
      if (firstUnit.isPresent() && secondUnit.isPresent()) {
        if (!firstUnit.get().kind().equals(secondUnit.get().kind())) {
          return Judgement.wrong(Rule.UNITS);
        }
        Rational factor = firstUnit.get().size().dividedBy(secondUnit.get().size());
        if (!factor.equals(Rational.ONE)) {
          Judgement converted =
              compare(Formulas.product(List.of(new Num(factor), first.value())), second.value());
          return new Judgement(converted.outcome(), Rule.UNITS);
        }
      }
      Judgement values = compare(first.value(), second.value());
      boolean mayDiffer =
          (firstUnit.isEmpty() || secondUnit.isEmpty())
              && !Units.sameWords(first.unit(), second.unit());
      return values.isRight() && mayDiffer ? Judgement.undecided(Rule.UNITS) : values;
    }
    return left instanceof Quantity quantity
        ? compare(quantity.value(), right)
        : compare(left, ((Quantity) right).value());
  }

  private Judgement ratios(Node left, Node right) {
    if (!(left instanceof Ratio first) || !(right instanceof Ratio second)) {
      Ratio ratio = (Ratio) (left instanceof Ratio ? left : right);
      Node other = left instanceof Ratio ? right : left;
      if (ratio.terms().size() != 2 || !isScalar(other)) {
        return Judgement.wrong(Rule.RATIO);
      }
      Node quotient = Formulas.quotient(ratio.terms().get(0), ratio.terms().get(1));
      return new Judgement(scalars.compare(quotient, other).outcome(), Rule.RATIO);
    }
    if (first.terms().size() != second.terms().size()) {
      return Judgement.wrong(Rule.RATIO);
    }
    boolean hasZero = first.terms().contains(Num.of(0)) || second.terms().contains(Num.of(0));
    if (hasZero) {
      return collections.inOrder(first.terms(), second.terms(), Rule.RATIO);
    }
    boolean undecided = false;
    for (int i = 1; i < first.terms().size(); i++) {
      Judgement judgement =
          scalars.compare(
              Formulas.product(List.of(first.terms().get(0), second.terms().get(i))),
              Formulas.product(List.of(second.terms().get(0), first.terms().get(i))));
      if (judgement.isWrong()) {
        return Judgement.wrong(Rule.RATIO);
      }
      undecided |= !judgement.isRight();
    }
    return undecided ? Judgement.undecided(Rule.RATIO) : Judgement.right(Rule.RATIO);
  }

  private static Judgement words(Node left, Node right) {
    String first = text(left);
    String second = text(right);
    return first.isEmpty() || second.isEmpty()
        ? Judgement.wrong(Rule.DIFFERENT_KIND)
        : Judgement.of(Wording.same(first, second), Rule.WORDS);
  }

  /** What a word or a name says, empty for what is neither. */
  private static String text(Node node) {
    if (node instanceof Words words) {
      return words.text();
    }
    return node instanceof Name name ? name.name() : "";
  }
}
