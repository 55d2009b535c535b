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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Compares two interpreted answers, whatever their kinds. */
final class AnswerEquality {
  /** Longer lists are not searched for members that mean the same. */
  private static final int MOST_TO_COMPARE = 12;

  private final Budget budget;
  private final ScalarEquality scalars;
  private final RelationEquality relations;

  AnswerEquality(Budget budget) {
    this.budget = budget;
    this.scalars = new ScalarEquality(budget);
    this.relations = new RelationEquality(scalars, budget);
  }

  /** Whether the two mean the same. */
  Judgement compare(Node left, Node right) {
    budget.spend(2);
    if (left.equals(right)) {
      return Judgement.right(Rule.SAME_FORMULA);
    }
    if (left instanceof Labelled || right instanceof Labelled) {
      return labelled(left, right);
    }
    if (left instanceof Quantity || right instanceof Quantity) {
      return quantities(left, right);
    }
    if (isUnordered(left) || isUnordered(right)) {
      return members(left, right, Rule.SET);
    }
    if (isUnsolved(left, right) || isUnsolved(right, left)) {
      return Judgement.undecided(Rule.RELATION);
    }
    if (left instanceof Node.Union || right instanceof Node.Union) {
      return left instanceof Node.Union && right instanceof Node.Union
          ? unordered(Formulas.parts(left), Formulas.parts(right), Rule.UNION)
          : Judgement.wrong(Rule.UNION);
    }
    if (left instanceof Matrix || right instanceof Matrix) {
      return matrices(left, right);
    }
    if (left instanceof Group first && right instanceof Group second) {
      return tuples(first, second);
    }
    if (isClock(left) || isClock(right)) {
      boolean areTimes =
          (isClock(left) || left instanceof Ratio) && (isClock(right) || right instanceof Ratio);
      return areTimes
          ? inOrder(Formulas.parts(left), Formulas.parts(right), Rule.RATIO)
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

  private Judgement labelled(Node left, Node right) {
    if (left instanceof Labelled first && right instanceof Labelled second) {
      if (areDifferentCalculations(first.label(), second.label())) {
        Judgement values = compare(first.value(), second.value());
        return values.isRight() ? Judgement.undecided(Rule.LABELS) : values;
      }
      if (areDifferentVariables(first.label(), second.label())) {
        boolean areCurves = varies(first.value()) && varies(second.value());
        if (areCurves && isFunction(first.label())) {
          return compare(first.value(), second.value());
        }
        Judgement curves =
            areCurves
                ? relations.compare(equation(first), equation(second))
                : Judgement.wrong(Rule.LABELS);
        return curves.isRight() ? curves : Judgement.wrong(Rule.LABELS);
      }
      return compare(first.value(), second.value());
    }
    Labelled labelled = (Labelled) (left instanceof Labelled ? left : right);
    Node other = left instanceof Labelled ? right : left;
    if (other instanceof Relation relation) {
      return relations.compare(equation(labelled), relation);
    }
    return compare(labelled.value(), other);
  }

  private static boolean varies(Node node) {
    return Formulas.any(node, ScalarEquality::isVariable);
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
        && first.startsWith(Interpretation.CALCULATION)
        && second.startsWith(Interpretation.CALCULATION);
  }

  private static boolean isFunction(String label) {
    return label.indexOf('(') > 0;
  }

  private static boolean isVariable(String label) {
    return !label.equals("tuple")
        && !label.equals("words")
        && !label.startsWith(Interpretation.CALCULATION);
  }

  private static Relation equation(Labelled labelled) {
    return new Relation(
        List.of(new Name(labelled.label()), labelled.value()),
        List.of("="),
        List.of(labelled.label(), ""));
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

  private static boolean isUnordered(Node node) {
    return node instanceof Group group && group.isUnordered();
  }

  private Judgement members(Node left, Node right, Rule rule) {
    return unordered(membersOf(left), membersOf(right), rule);
  }

  private static List<Node> membersOf(Node node) {
    return node instanceof Group group && group.isUnordered() ? group.members() : List.of(node);
  }

  /** Whether each member of either has an equal one in the other. */
  private Judgement unordered(List<Node> left, List<Node> right, Rule rule) {
    List<Node> first = distinct(left);
    List<Node> second = distinct(right);
    if (first.size() != second.size()) {
      first = differing(first);
      second = differing(second);
    }
    return sameSize(first, second, rule);
  }

  private Judgement sameSize(List<Node> first, List<Node> second, Rule rule) {
    if (first.size() != second.size()) {
      return Judgement.wrong(rule);
    }
    if (first.size() == 1) {
      return isUnordered(first.get(0)) || isUnordered(second.get(0))
          ? compareSingle(first.get(0), second.get(0), rule)
          : compare(first.get(0), second.get(0));
    }
    if (areNumbers(first) && areNumbers(second)) {
      return Judgement.of(new HashSet<>(first).equals(new HashSet<>(second)), rule);
    }
    Outcome outcome = Matching.of(first.size(), (i, j) -> compare(first.get(i), second.get(j)));
    return new Judgement(outcome, rule);
  }

  private static boolean areNumbers(List<Node> members) {
    return members.stream().allMatch(Num.class::isInstance);
  }

  private Judgement compareSingle(Node left, Node right, Rule rule) {
    return isUnordered(left) && isUnordered(right)
        ? members(left, right, rule)
        : Judgement.of(left.equals(right), rule);
  }

  /** The members without those that mean the same as one before them. */
  private List<Node> differing(List<Node> members) {
    if (members.size() > MOST_TO_COMPARE) {
      return members;
    }
    List<Node> differing = new ArrayList<>();
    for (Node member : members) {
      if (differing.stream().noneMatch(other -> compare(other, member).isRight())) {
        differing.add(member);
      }
    }
    return differing;
  }

  private static List<Node> distinct(List<Node> members) {
    List<Node> distinct = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Node member : members) {
      if (seen.add(Canonical.of(member))) {
        distinct.add(member);
      }
    }
    return distinct;
  }

  private Judgement tuples(Group left, Group right) {
    boolean sameBrackets = left.open().equals(right.open()) && left.close().equals(right.close());
    if (!sameBrackets) {
      return Judgement.wrong(Rule.TUPLE);
    }
    return inOrder(left.members(), right.members(), Rule.TUPLE);
  }

  private Judgement inOrder(List<Node> left, List<Node> right, Rule rule) {
    if (left.size() != right.size()) {
      return Judgement.wrong(rule);
    }
    boolean undecided = false;
    for (int i = 0; i < left.size(); i++) {
      Judgement judgement = compare(left.get(i), right.get(i));
      if (judgement.isWrong()) {
        return Judgement.wrong(rule);
      }
      undecided |= !judgement.isRight();
    }
    return undecided ? Judgement.undecided(rule) : Judgement.right(rule);
  }

  private Judgement matrices(Node left, Node right) {
    if (left instanceof Matrix first && right instanceof Matrix second) {
      if (first.rows().size() != second.rows().size()) {
        return Judgement.wrong(Rule.MATRIX);
      }
      boolean undecided = false;
      for (int i = 0; i < first.rows().size(); i++) {
        Judgement row = inOrder(first.rows().get(i), second.rows().get(i), Rule.MATRIX);
        if (row.isWrong()) {
          return row;
        }
        undecided |= !row.isRight();
      }
      return undecided ? Judgement.undecided(Rule.MATRIX) : Judgement.right(Rule.MATRIX);
    }
    Matrix matrix = (Matrix) (left instanceof Matrix ? left : right);
    Node other = left instanceof Matrix ? right : left;
    boolean isVector =
        matrix.rows().size() == 1 || matrix.rows().stream().allMatch(row -> row.size() == 1);
    boolean isListOfRows =
        other instanceof Group rows
            && rows.open().equals("[")
            && rows.members().stream()
                .allMatch(row -> row instanceof Group g && g.open().equals("["));
    if (isListOfRows) {
      List<List<Node>> rows = Formulas.parts(other).stream().map(Formulas::parts).toList();
      return matrices(matrix, new Matrix(rows));
    }
    if (other instanceof Group group && isVector && !group.isUnordered()) {
      return inOrder(Formulas.parts(matrix), group.members(), Rule.MATRIX);
    }
    return Judgement.wrong(Rule.DIFFERENT_KIND);
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
      return inOrder(first.terms(), second.terms(), Rule.RATIO);
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
