package io.mathscale.grader.compare;

import io.mathscale.grader.expression.CanonicalForm;
import io.mathscale.grader.expression.Node;
import io.mathscale.grader.expression.Node.Group;
import io.mathscale.grader.expression.Node.Labelled;
import io.mathscale.grader.expression.Node.Matrix;
import io.mathscale.grader.expression.Node.Num;
import io.mathscale.grader.expression.NodeTraversal;
import io.mathscale.grader.normalize.Normalizer;
import io.mathscale.grader.verdict.Outcome;
import io.mathscale.grader.verdict.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Compares answers that have members: sets, tuples, matrices. */
final class CollectionEquality {
  /** Longer lists are not searched for members that mean the same. */
  private static final int MOST_TO_COMPARE = 12;

  private final Equality equality;

  CollectionEquality(Equality equality) {
    this.equality = equality;
  }

  /** Whether it is a set, or a list whose order does not matter. */
  static boolean isUnordered(Node node) {
    return node instanceof Group group && group.isUnordered();
  }

  /** Whether two sets have the same members; another node counts as the set of that node. */
  ComparisonResult members(Node left, Node right, Rule rule) {
    ComparisonResult result = unordered(membersOf(left), membersOf(right), rule);
    boolean mayBeTuple = result.isWrong() && (isTupleOf(left, right) || isTupleOf(right, left));
    return mayBeTuple ? ComparisonResult.undecided(Rule.TUPLE) : result;
  }

  /** Whether one is in round brackets what the other is without brackets. */
  private boolean isTupleOf(Node one, Node other) {
    return one instanceof Group tuple
        && other instanceof Group list
        && tuple.open().equals("(")
        && tuple.close().equals(")")
        && list.open().isEmpty()
        && list.close().isEmpty()
        && inOrder(tuple.members(), list.members(), Rule.TUPLE).isRight();
  }

  private static List<Node> membersOf(Node node) {
    return node instanceof Group group && group.isUnordered() ? group.members() : List.of(node);
  }

  /**
   * Compares values with names, as in {@code x = 2, y = 3}, with a tuple or list without names; the
   * names tell the order. Empty if the two are not such a pair.
   */
  Optional<ComparisonResult> named(Node left, Node right) {
    if (!(left instanceof Group first) || !(right instanceof Group second)) {
      return Optional.empty();
    }
    if (isOfParts(first) != isOfParts(second)
        && first.members().size() == second.members().size()
        && hasDistinctNames(first)
        && hasDistinctNames(second)) {
      boolean firstIsOfParts = isOfParts(first);
      return Optional.of(
          inOrder(
              firstIsOfParts ? values(first.members()) : first.members(),
              firstIsOfParts ? second.members() : values(second.members()),
              Rule.TUPLE));
    }
    boolean firstIsNamed = hasDistinctNames(first);
    boolean isPair =
        firstIsNamed != hasDistinctNames(second)
            && first.members().size() == second.members().size()
            && (firstIsNamed ? second : first)
                .members().stream().noneMatch(Labelled.class::isInstance);
    if (!isPair) {
      return Optional.empty();
    }
    List<Node> inOrder = inOrderOfNames(firstIsNamed ? first : second);
    List<Node> plain = (firstIsNamed ? second : first).members();
    ComparisonResult result =
        firstIsNamed ? inOrder(inOrder, plain, Rule.TUPLE) : inOrder(plain, inOrder, Rule.TUPLE);
    if (result.isWrong() && (firstIsNamed ? second : first).isUnordered()) {
      List<Node> asWritten = NodeTraversal.children(firstIsNamed ? first : second);
      ComparisonResult written = inOrder(values(asWritten), plain, Rule.TUPLE);
      if (written.isRight()) {
        return Optional.of(written);
      }
    }
    boolean isOtherOrder =
        result.isWrong()
            && (firstIsNamed ? second : first).isUnordered()
            && !unordered(inOrder, plain, Rule.SET).isWrong();
    return Optional.of(isOtherOrder ? ComparisonResult.undecided(Rule.TUPLE) : result);
  }

  /** Whether it is a list of at least two values with names that tell their order. */
  private static boolean hasDistinctNames(Group group) {
    if (!group.isUnordered() || group.members().size() < 2) {
      return false;
    }
    Set<String> names = new HashSet<>();
    for (Node member : group.members()) {
      boolean isNamed =
          member instanceof Labelled labelled
              && (labelled.label().length() == 1 || labelled.label().startsWith(Normalizer.PART))
              && names.add(labelled.label());
      if (!isNamed) {
        return false;
      }
    }
    return true;
  }

  private static boolean isOfParts(Group group) {
    return !group.members().isEmpty()
        && group.members().get(0) instanceof Labelled labelled
        && labelled.label().startsWith(Normalizer.PART);
  }

  private static List<Node> values(List<Node> labelled) {
    return labelled.stream().map(member -> ((Labelled) member).value()).toList();
  }

  private static List<Node> inOrderOfNames(Group group) {
    return group.members().stream()
        .map(Labelled.class::cast)
        .sorted(Comparator.comparing(Labelled::label))
        .map(Labelled::value)
        .toList();
  }

  /** Whether each member of either has an equal one in the other. */
  ComparisonResult unordered(List<Node> left, List<Node> right, Rule rule) {
    List<Node> first = distinct(left);
    List<Node> second = distinct(right);
    if (first.size() != second.size()) {
      first = differing(first);
      second = differing(second);
    }
    return sameSize(first, second, rule);
  }

  private ComparisonResult sameSize(List<Node> first, List<Node> second, Rule rule) {
    if (first.size() != second.size()) {
      return ComparisonResult.wrong(rule);
    }
    if (first.size() == 1) {
      return isUnordered(first.get(0)) || isUnordered(second.get(0))
          ? compareSingle(first.get(0), second.get(0), rule)
          : equality.compare(first.get(0), second.get(0));
    }
    if (areNumbers(first) && areNumbers(second)) {
      return ComparisonResult.of(new HashSet<>(first).equals(new HashSet<>(second)), rule);
    }
    Outcome outcome =
        BipartiteMatching.of(first.size(), (i, j) -> equality.compare(first.get(i), second.get(j)));
    return new ComparisonResult(outcome, rule);
  }

  private static boolean areNumbers(List<Node> members) {
    return members.stream().allMatch(Num.class::isInstance);
  }

  private ComparisonResult compareSingle(Node left, Node right, Rule rule) {
    return isUnordered(left) && isUnordered(right)
        ? members(left, right, rule)
        : ComparisonResult.of(left.equals(right), rule);
  }

  /** The members without those that mean the same as one before them. */
  private List<Node> differing(List<Node> members) {
    if (members.size() > MOST_TO_COMPARE) {
      return members;
    }
    List<Node> differing = new ArrayList<>();
    for (Node member : members) {
      if (differing.stream().noneMatch(other -> equality.compare(other, member).isRight())) {
        differing.add(member);
      }
    }
    return differing;
  }

  private static List<Node> distinct(List<Node> members) {
    if (members.size() == 1) {
      return members;
    }
    List<Node> distinct = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Node member : members) {
      if (seen.add(CanonicalForm.of(member))) {
        distinct.add(member);
      }
    }
    return distinct;
  }

  /** Whether two tuples, or intervals, are the same. */
  ComparisonResult tuples(Group left, Group right) {
    boolean sameBrackets = left.open().equals(right.open()) && left.close().equals(right.close());
    if (!sameBrackets) {
      return ComparisonResult.wrong(Rule.TUPLE);
    }
    return inOrder(left.members(), right.members(), Rule.TUPLE);
  }

  /** Whether two lists have equal members in the same order. */
  ComparisonResult inOrder(List<Node> left, List<Node> right, Rule rule) {
    if (left.size() != right.size()) {
      return ComparisonResult.wrong(rule);
    }
    boolean undecided = false;
    for (int i = 0; i < left.size(); i++) {
      ComparisonResult result = equality.compare(left.get(i), right.get(i));
      if (result.isWrong()) {
        return ComparisonResult.wrong(rule);
      }
      undecided |= !result.isRight();
    }
    return undecided ? ComparisonResult.undecided(rule) : ComparisonResult.right(rule);
  }

  /** Whether the two are the same, one of which at least is a matrix. */
  ComparisonResult matrices(Node left, Node right) {
    if (left instanceof Matrix first && right instanceof Matrix second) {
      if (first.rows().size() != second.rows().size()) {
        return ComparisonResult.wrong(Rule.MATRIX);
      }
      boolean undecided = false;
      for (int i = 0; i < first.rows().size(); i++) {
        ComparisonResult row = inOrder(first.rows().get(i), second.rows().get(i), Rule.MATRIX);
        if (row.isWrong()) {
          return row;
        }
        undecided |= !row.isRight();
      }
      return undecided
          ? ComparisonResult.undecided(Rule.MATRIX)
          : ComparisonResult.right(Rule.MATRIX);
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
      List<List<Node>> rows =
          NodeTraversal.children(other).stream().map(NodeTraversal::children).toList();
      return matrices(matrix, new Matrix(rows));
    }
    if (other instanceof Group group && isVector && !group.isUnordered()) {
      return inOrder(NodeTraversal.children(matrix), group.members(), Rule.MATRIX);
    }
    return ComparisonResult.wrong(Rule.DIFFERENT_KIND);
  }
}
