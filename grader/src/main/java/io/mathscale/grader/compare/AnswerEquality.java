package io.mathscale.grader.compare;

import io.mathscale.grader.arithmetic.ExactArithmetic;
import io.mathscale.grader.expression.CanonicalForm;
import io.mathscale.grader.expression.Node;
import io.mathscale.grader.expression.Node.Group;
import io.mathscale.grader.expression.Node.Labelled;
import io.mathscale.grader.expression.Node.Matrix;
import io.mathscale.grader.expression.Node.Name;
import io.mathscale.grader.expression.Node.Num;
import io.mathscale.grader.expression.Node.Quantity;
import io.mathscale.grader.expression.Node.Ratio;
import io.mathscale.grader.expression.Node.Relation;
import io.mathscale.grader.expression.Node.Words;
import io.mathscale.grader.expression.NodeTraversal;
import io.mathscale.grader.expression.Nodes;
import io.mathscale.grader.expression.Rational;
import io.mathscale.grader.limits.StepBudget;
import io.mathscale.grader.parse.WordAnswers;
import io.mathscale.grader.verdict.Rule;
import java.util.List;
import java.util.Optional;

/** Compares two answers in normal form, of any kinds. */
public final class AnswerEquality implements Equality {
  private final StepBudget budget;
  private final ScalarEquality scalars;
  private final RelationEquality relations;
  private final LabelEquality labels;
  private final CollectionEquality collections;

  /**
   * A comparison of two answers.
   *
   * @param budget what it may take
   */
  public AnswerEquality(StepBudget budget) {
    this.budget = budget;
    this.scalars = new ScalarEquality(budget);
    this.relations = new RelationEquality(scalars, budget);
    this.labels = new LabelEquality(this, relations);
    this.collections = new CollectionEquality(this);
  }

  @Override
  public ComparisonResult compare(Node left, Node right) {
    budget.spend(2);
    if (left.equals(right)) {
      return ComparisonResult.right(Rule.SAME_FORMULA);
    }
    if (left instanceof Num && right instanceof Num) {
      return ComparisonResult.wrong(Rule.EXACT_NUMBER);
    }
    if (isCall(left, "where") || isCall(right, "where")) {
      return conditional(left, right);
    }
    if (left instanceof Labelled || right instanceof Labelled) {
      return labels.compare(left, right);
    }
    if (left instanceof Quantity || right instanceof Quantity) {
      return new MeasureEquality(this, budget).compare(left, right);
    }
    if (TimeEquality.isTime(left) || TimeEquality.isTime(right)) {
      return TimeEquality.compare(left, right);
    }
    Optional<ComparisonResult> choices = ChoiceEquality.compare(left, right);
    if (choices.isPresent()) {
      return choices.get();
    }
    Optional<ComparisonResult> named = collections.named(left, right);
    if (named.isPresent()) {
      return named.get();
    }
    if (isCall(left, "residue") || isCall(right, "residue")) {
      return residues(left, right);
    }
    if (CollectionEquality.isUnordered(left) || CollectionEquality.isUnordered(right)) {
      return collections.members(left, right, Rule.SET);
    }
    if (isUnsolved(left, right) || isUnsolved(right, left)) {
      return ComparisonResult.undecided(Rule.RELATION);
    }
    if (left instanceof Node.Union || right instanceof Node.Union) {
      return left instanceof Node.Union && right instanceof Node.Union
          ? collections.unordered(
              NodeTraversal.children(left), NodeTraversal.children(right), Rule.UNION)
          : ComparisonResult.wrong(Rule.UNION);
    }
    Optional<ComparisonResult> vectors = new VectorForm(this).compare(left, right);
    if (vectors.isPresent()) {
      return vectors.get();
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
          ? collections.inOrder(
              NodeTraversal.children(left), NodeTraversal.children(right), Rule.RATIO)
          : ComparisonResult.wrong(Rule.DIFFERENT_KIND);
    }
    if (left instanceof Ratio || right instanceof Ratio) {
      return ratios(left, right);
    }
    if (left instanceof Relation || right instanceof Relation) {
      return left instanceof Relation first && right instanceof Relation second
          ? relations.compare(first, second)
          : ComparisonResult.wrong(Rule.DIFFERENT_KIND);
    }
    if (left instanceof Words || right instanceof Words) {
      return words(left, right);
    }
    if (isScalar(left) && isScalar(right)) {
      return scalars.compare(left, right);
    }
    return isScalar(left) != isScalar(right)
        ? ComparisonResult.wrong(Rule.DIFFERENT_KIND)
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

  private static ComparisonResult structure(Node left, Node right) {
    return CanonicalForm.areSame(left, right)
        ? ComparisonResult.right(Rule.SAME_FORMULA)
        : ComparisonResult.undecided(Rule.NOT_UNDERSTOOD);
  }

  private static boolean isCall(Node node, String function) {
    return node instanceof Node.Call call && call.function().equals(function);
  }

  /** A condition may be left out where it only excludes points or names the real numbers. */
  private ComparisonResult conditional(Node left, Node right) {
    ComparisonResult values = compare(valueOf(left), valueOf(right));
    if (!values.isRight()) {
      return values;
    }
    boolean isSame;
    if (isCall(left, "where") && isCall(right, "where")) {
      isSame =
          compare(((Node.Call) left).arguments().get(1), ((Node.Call) right).arguments().get(1))
              .isRight();
    } else {
      Node.Call where = (Node.Call) (isCall(left, "where") ? left : right);
      isSame =
          NodeTraversal.children(where.arguments().get(1)).stream()
              .allMatch(AnswerEquality::mayBeLeftOut);
    }
    return isSame ? values : ComparisonResult.undecided(values.rule());
  }

  private static Node valueOf(Node node) {
    return isCall(node, "where") ? ((Node.Call) node).arguments().get(0) : node;
  }

  private static boolean mayBeLeftOut(Node condition) {
    boolean isExclusion =
        condition instanceof Relation relation && relation.signs().equals(List.of("!="));
    return isExclusion
        || (condition instanceof Labelled labelled
            && (labelled.value() instanceof Node.Union || labelled.value().equals(Nodes.REALS)));
  }

  /** Residues of one modulus are the same if their difference is a multiple of it. */
  private ComparisonResult residues(Node left, Node right) {
    if (!isCall(left, "residue") || !isCall(right, "residue")) {
      Node.Call residue = (Node.Call) (isCall(left, "residue") ? left : right);
      Node other = isCall(left, "residue") ? right : left;
      ComparisonResult values = compare(residue.arguments().get(0), other);
      return values.isRight() ? ComparisonResult.undecided(Rule.RELATION) : values;
    }
    List<Node> first = ((Node.Call) left).arguments();
    List<Node> second = ((Node.Call) right).arguments();
    ComparisonResult moduli = compare(first.get(1), second.get(1));
    if (!moduli.isRight()) {
      return new ComparisonResult(moduli.outcome(), Rule.RELATION);
    }
    Optional<Rational> modulus = ExactArithmetic.of(first.get(1), budget);
    Optional<Rational> firstValue = ExactArithmetic.of(first.get(0), budget);
    Optional<Rational> secondValue = ExactArithmetic.of(second.get(0), budget);
    boolean areKnown = modulus.isPresent() && firstValue.isPresent() && secondValue.isPresent();
    if (!areKnown || modulus.get().signum() == 0) {
      return new ComparisonResult(compare(first.get(0), second.get(0)).outcome(), Rule.RELATION);
    }
    Rational turns = firstValue.get().minus(secondValue.get()).dividedBy(modulus.get());
    return ComparisonResult.of(turns.isInteger(), Rule.RELATION);
  }

  private ComparisonResult ratios(Node left, Node right) {
    if (!(left instanceof Ratio first) || !(right instanceof Ratio second)) {
      Ratio ratio = (Ratio) (left instanceof Ratio ? left : right);
      Node other = left instanceof Ratio ? right : left;
      if (ratio.terms().size() != 2 || !isScalar(other)) {
        return ComparisonResult.wrong(Rule.RATIO);
      }
      Node quotient = Nodes.quotient(ratio.terms().get(0), ratio.terms().get(1));
      return new ComparisonResult(scalars.compare(quotient, other).outcome(), Rule.RATIO);
    }
    if (first.terms().size() != second.terms().size()) {
      return ComparisonResult.wrong(Rule.RATIO);
    }
    boolean hasZero = first.terms().contains(Num.of(0)) || second.terms().contains(Num.of(0));
    if (hasZero) {
      return collections.inOrder(first.terms(), second.terms(), Rule.RATIO);
    }
    boolean undecided = false;
    for (int i = 1; i < first.terms().size(); i++) {
      ComparisonResult result =
          scalars.compare(
              Nodes.product(List.of(first.terms().get(0), second.terms().get(i))),
              Nodes.product(List.of(second.terms().get(0), first.terms().get(i))));
      if (result.isWrong()) {
        return ComparisonResult.wrong(Rule.RATIO);
      }
      undecided |= !result.isRight();
    }
    return undecided ? ComparisonResult.undecided(Rule.RATIO) : ComparisonResult.right(Rule.RATIO);
  }

  private static ComparisonResult words(Node left, Node right) {
    String first = text(left);
    String second = text(right);
    if (isOrdinal(left, right) || isOrdinal(right, left)) {
      return ComparisonResult.undecided(Rule.WORDS);
    }
    return first.isEmpty() || second.isEmpty()
        ? ComparisonResult.wrong(Rule.DIFFERENT_KIND)
        : ComparisonResult.of(WordAnswers.same(first, second), Rule.WORDS);
  }

  /** {@code first} may be meant where {@code 1st} or 1 is. */
  private static boolean isOrdinal(Node words, Node number) {
    return words instanceof Words ordinal
        && number instanceof Num value
        && WordAnswers.ordinal(ordinal.text())
            .filter(place -> Rational.of(place).equals(value.value()))
            .isPresent();
  }

  /** The text of words or a name, empty for other nodes. */
  private static String text(Node node) {
    if (node instanceof Words words) {
      return words.text();
    }
    return node instanceof Name name ? name.name() : "";
  }
}
