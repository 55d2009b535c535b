package io.mathscale.grader.normalize;

import io.mathscale.grader.expression.Node;
import io.mathscale.grader.expression.Node.Call;
import io.mathscale.grader.expression.Node.Group;
import io.mathscale.grader.expression.Node.Name;
import io.mathscale.grader.expression.Node.Relation;
import io.mathscale.grader.expression.NodeTraversal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Separates an answer from the conditions behind it. A variable that runs through the integers is
 * renamed so that it is known as one, and its condition is left out.
 */
final class Conditions {
  private static final Set<String> SIGNS = Set.of("!=", "<", ">", "<=", ">=", "in");

  private final Normalizer normalizer;

  Conditions(Normalizer normalizer) {
    this.normalizer = normalizer;
  }

  /** Whether the members after the first say for which values of its variables it holds. */
  boolean areBehind(List<Node> members) {
    if (members.size() < 2 || isCondition(members.get(0))) {
      return false;
    }
    Set<String> names = new HashSet<>(NodeTraversal.names(members.get(0)));
    return members.stream()
        .skip(1)
        .allMatch(
            member ->
                isCondition(member) && names.containsAll(variables(NodeTraversal.names(member))));
  }

  /** The names that stand for numbers and not for sets. */
  private static Set<String> variables(Set<String> names) {
    Set<String> variables = new HashSet<>(names);
    variables.removeIf(name -> name.startsWith("set "));
    return variables;
  }

  private static boolean isCondition(Node node) {
    return node instanceof Relation relation && SIGNS.containsAll(relation.signs());
  }

  /** The answer with its conditions in normal form, or the answer alone if none is left. */
  Node normal(Call where) {
    Node value = where.arguments().get(0);
    List<Node> left = new ArrayList<>();
    for (Node condition : NodeTraversal.children(where.arguments().get(1))) {
      String kind = kindOfInteger(condition);
      if (kind.isEmpty()) {
        left.add(condition);
        continue;
      }
      Node name = ((Relation) condition).terms().get(0);
      Name integer = new Name(kind + " " + ((Name) name).name());
      value = NodeTraversal.map(value, part -> part.equals(name) ? integer : part);
    }
    Node normalValue = normalizer.normalize(value);
    return left.isEmpty()
        ? normalValue
        : Call.of("where", normalValue, normalizer.normalize(Group.list(left)));
  }

  /** What {@code k ∈ ℤ} says of k, empty for another condition. */
  private static String kindOfInteger(Node condition) {
    boolean isMembership =
        condition instanceof Relation relation
            && relation.signs().equals(List.of("in"))
            && relation.terms().get(0) instanceof Name;
    if (!isMembership || !(((Relation) condition).terms().get(1) instanceof Name set)) {
      return "";
    }
    return switch (set.name()) {
      case "set Z", "Z" -> "integer";
      case "set N" -> "natural";
      default -> "";
    };
  }
}
