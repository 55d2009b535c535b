package io.mathscale.grader.normalize;

import io.mathscale.grader.expression.CanonicalForm;
import io.mathscale.grader.expression.Node;
import io.mathscale.grader.expression.Node.Call;
import io.mathscale.grader.expression.Node.Group;
import io.mathscale.grader.expression.Node.Labelled;
import io.mathscale.grader.expression.Node.Relation;
import io.mathscale.grader.expression.NodeTraversal;
import io.mathscale.grader.expression.Nodes;
import io.mathscale.grader.limits.LimitReachedException;
import io.mathscale.grader.limits.Limits;
import io.mathscale.grader.limits.StepBudget;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings a parsed answer to the form in which it is compared: names apart from their values,
 * inequalities as sets, double signs as two members, matrices worked out.
 */
public final class Normalizer {
  /** How the label of a value begins that was worked out from numbers. */
  public static final String CALCULATION = "= ";

  private final StepBudget budget;

  public Normalizer(StepBudget budget) {
    this.budget = budget;
  }

  /** What the node stands for. */
  public Node of(Node node) {
    budget.spend(1);
    if (hasDoubleSign(node) && !(node instanceof Group group && group.isUnordered())) {
      Node plus = of(withSign(node, "±"));
      Node minus = of(withSign(node, "∓"));
      return Group.list(List.of(plus, minus));
    }
    if (node instanceof Relation relation) {
      return relation(relation);
    }
    if (node instanceof Group group) {
      return group(group);
    }
    if (node instanceof Node.Union union) {
      return union(union.parts());
    }
    if (node instanceof Node.Difference difference) {
      return difference(difference);
    }
    if (node instanceof Call call && call.function().equals("such that")) {
      return suchThat(call);
    }
    if (node instanceof Node.Quantity quantity) {
      Node value = of(quantity.value());
      return value instanceof Labelled labelled
          ? new Labelled(labelled.label(), new Node.Quantity(labelled.value(), quantity.unit()))
          : new Node.Quantity(value, quantity.unit());
    }
    if (node instanceof Node.Name name && name.name().equals("set R")) {
      return Nodes.REALS;
    }
    if (node instanceof Node.Matrix matrix) {
      return new Node.Matrix(
          matrix.rows().stream().map(row -> row.stream().map(this::of).toList()).toList());
    }
    boolean mayHoldMatrix = node instanceof Node.Sum || node instanceof Node.Product;
    return mayHoldMatrix && NodeTraversal.any(node, Node.Matrix.class::isInstance)
        ? new MatrixAlgebra(budget).simplified(node)
        : node;
  }

  private static boolean hasDoubleSign(Node node) {
    return NodeTraversal.any(
        node,
        part ->
            part instanceof Call call
                && (call.function().equals("±") || call.function().equals("∓")));
  }

  /** The reading in which this one of the two double signs is plus, the other minus. */
  private static Node withSign(Node node, String positive) {
    return NodeTraversal.map(
        node,
        part -> {
          if (part instanceof Call call
              && (call.function().equals("±") || call.function().equals("∓"))) {
            Node term = call.arguments().get(0);
            return call.function().equals(positive) ? term : Nodes.negate(term);
          }
          return part;
        });
  }

  private Node group(Group group) {
    List<Node> members = new ArrayList<>();
    for (Node member : group.members()) {
      Node meaning = of(member);
      boolean isFlat =
          group.isUnordered() && meaning instanceof Group inner && inner.open().isEmpty();
      if (isFlat) {
        members.addAll(((Group) meaning).members());
      } else {
        members.add(meaning);
      }
    }
    if (members.size() > Limits.MAX_MEMBERS) {
      throw new LimitReachedException("members");
    }
    if (!group.close().equals("or")) {
      return new Group(group.open(), group.close(), members);
    }
    return members.stream().allMatch(Normalizer::isSolution) ? union(members) : Group.list(members);
  }

  /** Whether this is what an inequality leaves its variable. */
  private static boolean isSolution(Node node) {
    return node instanceof Labelled labelled
        && (labelled.value() instanceof Node.Union
            || (labelled.value() instanceof Group group && !group.isUnordered()));
  }

  private Node union(List<Node> parts) {
    List<Node> flat = new ArrayList<>();
    for (Node part : parts) {
      Node meaning = of(part);
      Node set = meaning instanceof Labelled labelled ? labelled.value() : meaning;
      if (set instanceof Node.Union inner) {
        flat.addAll(inner.parts());
      } else if (set instanceof Group group && group.open().equals("{")) {
        flat.addAll(group.members());
      } else {
        flat.add(set);
      }
    }
    return flat.size() == 1 ? flat.get(0) : new Node.Union(flat);
  }

  private Node difference(Node.Difference difference) {
    Node from = of(difference.from());
    Node without = of(difference.without());
    if (from.equals(Nodes.REALS) && without instanceof Group group && group.open().equals("{")) {
      return InequalitySolver.realsWithout(group.members(), budget).orElse(difference);
    }
    return new Node.Difference(from, without);
  }

  private Node suchThat(Call call) {
    Node head = call.arguments().get(0);
    Node condition = call.arguments().get(1);
    boolean isOneVariable =
        head instanceof Group group
            && group.members().size() == 1
            && (group.members().get(0) instanceof Node.Name
                || group.members().get(0) instanceof Relation);
    if (!isOneVariable) {
      return call;
    }
    Node set =
        condition instanceof Group group && group.members().size() == 1
            ? of(group.members().get(0))
            : of(condition);
    return set instanceof Labelled labelled ? labelled.value() : set;
  }

  private Node relation(Relation relation) {
    if (relation.signs().stream().allMatch(sign -> sign.equals("=") || sign.equals("~"))) {
      return equation(relation);
    }
    if (relation.signs().equals(List.of("in"))) {
      Node set = of(relation.terms().get(1));
      return relation.labels().get(0).isEmpty()
          ? relation
          : new Labelled(relation.labels().get(0), set);
    }
    return new InequalitySolver(budget).solved(relation).orElse(relation);
  }

  /** The value of the last exact term under the name of the first, if it has one. */
  private Node equation(Relation relation) {
    List<Node> terms = relation.terms();
    int about = relation.signs().indexOf("~");
    int last = about < 0 ? terms.size() - 1 : about;
    String label = relation.labels().get(0);
    if (about == 0 && !label.isEmpty()) {
      return new Labelled(label, value(terms.get(1)));
    }
    if (last == 0) {
      return of(terms.get(0));
    }
    if (!label.isEmpty()) {
      return new Labelled(label, value(terms.get(last)));
    }
    if (last == 1 && !relation.labels().get(1).isEmpty()) {
      return new Labelled(relation.labels().get(1), value(terms.get(0)));
    }
    boolean isCalculation =
        !NodeTraversal.hasVariable(terms.get(0))
            && !NodeTraversal.any(terms.get(0), Node.Matrix.class::isInstance);
    if (isCalculation) {
      Node value = of(terms.get(last));
      return value instanceof Labelled || terms.get(0) instanceof Node.Num
          ? value
          : new Labelled(CALCULATION + CanonicalForm.of(terms.get(0)), value);
    }
    return new Relation(List.of(terms.get(0), terms.get(last)), List.of("="), List.of("", ""));
  }

  private Node value(Node term) {
    Node value = of(term);
    return value instanceof Labelled labelled ? labelled.value() : value;
  }
}
