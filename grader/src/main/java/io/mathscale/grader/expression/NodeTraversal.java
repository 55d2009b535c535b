package io.mathscale.grader.expression;

import io.mathscale.grader.expression.Node.Power;
import io.mathscale.grader.expression.Node.Product;
import io.mathscale.grader.expression.Node.Sum;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Visits a node and all nodes beneath it. */
public final class NodeTraversal {
  private NodeTraversal() {}

  /** The node with the change made to it and to every node beneath it, the innermost first. */
  public static Node map(Node node, UnaryOperator<Node> change) {
    if (node instanceof Sum sum) {
      return change.apply(new Sum(mapAll(sum.terms(), change)));
    }
    if (node instanceof Product product) {
      return change.apply(Nodes.product(mapAll(product.factors(), change)));
    }
    if (node instanceof Power power) {
      return change.apply(new Power(map(power.base(), change), map(power.exponent(), change)));
    }
    if (node instanceof Node.Call call) {
      return change.apply(new Node.Call(call.function(), mapAll(call.arguments(), change)));
    }
    if (node instanceof Node.Group group) {
      return change.apply(
          new Node.Group(group.open(), group.close(), mapAll(group.members(), change)));
    }
    if (node instanceof Node.Union union) {
      return change.apply(new Node.Union(mapAll(union.parts(), change)));
    }
    if (node instanceof Node.Matrix matrix) {
      return change.apply(
          new Node.Matrix(matrix.rows().stream().map(row -> mapAll(row, change)).toList()));
    }
    if (node instanceof Node.Relation relation) {
      return change.apply(
          new Node.Relation(mapAll(relation.terms(), change), relation.signs(), relation.labels()));
    }
    if (node instanceof Node.Ratio ratio) {
      return change.apply(new Node.Ratio(mapAll(ratio.terms(), change)));
    }
    if (node instanceof Node.Difference difference) {
      return change.apply(
          new Node.Difference(map(difference.from(), change), map(difference.without(), change)));
    }
    if (node instanceof Node.Labelled labelled) {
      return change.apply(new Node.Labelled(labelled.label(), map(labelled.value(), change)));
    }
    if (node instanceof Node.Quantity quantity) {
      return change.apply(new Node.Quantity(map(quantity.value(), change), quantity.unit()));
    }
    return change.apply(node);
  }

  private static List<Node> mapAll(List<Node> nodes, UnaryOperator<Node> change) {
    List<Node> mapped = new ArrayList<>(nodes.size());
    for (Node node : nodes) {
      mapped.add(map(node, change));
    }
    return mapped;
  }

  /** The children of a node. */
  public static List<Node> children(Node node) {
    if (isLeaf(node)) {
      return List.of();
    }
    if (node instanceof Sum sum) {
      return sum.terms();
    }
    if (node instanceof Product product) {
      return product.factors();
    }
    if (node instanceof Power power) {
      return List.of(power.base(), power.exponent());
    }
    if (node instanceof Node.Call call) {
      return call.arguments();
    }
    if (node instanceof Node.Group group) {
      return group.members();
    }
    if (node instanceof Node.Union union) {
      return union.parts();
    }
    if (node instanceof Node.Difference difference) {
      return List.of(difference.from(), difference.without());
    }
    if (node instanceof Node.Matrix matrix) {
      List<Node> places = new ArrayList<>();
      matrix.rows().forEach(places::addAll);
      return places;
    }
    if (node instanceof Node.Ratio ratio) {
      return ratio.terms();
    }
    if (node instanceof Node.Relation relation) {
      return relation.terms();
    }
    if (node instanceof Node.Labelled labelled) {
      return List.of(labelled.value());
    }
    if (node instanceof Node.Quantity quantity) {
      return List.of(quantity.value());
    }
    return List.of();
  }

  private static boolean isLeaf(Node node) {
    return node instanceof Node.Num
        || node instanceof Node.Name
        || node instanceof Node.Constant
        || node instanceof Node.Decimal;
  }

  /** Whether the node, or one beneath it, meets the condition. */
  public static boolean any(Node node, Predicate<Node> test) {
    if (test.test(node)) {
      return true;
    }
    if (isLeaf(node)) {
      return false;
    }
    if (node instanceof Power power) {
      return any(power.base(), test) || any(power.exponent(), test);
    }
    for (Node child : children(node)) {
      if (any(child, test)) {
        return true;
      }
    }
    return false;
  }

  /** Whether there is a variable in the node, or a function whose value is unknown. */
  public static boolean hasVariable(Node node) {
    return any(
        node,
        part -> part instanceof Node.Name || (part instanceof Node.Call call && call.isOpaque()));
  }

  /** The names in a node, in alphabetical order. */
  public static SortedSet<String> names(Node node) {
    SortedSet<String> names = new TreeSet<>();
    collectNames(node, names);
    return names;
  }

  /** The names of variables but for those that a sum, product, integral or limit runs over. */
  public static SortedSet<String> freeNames(Node node) {
    SortedSet<String> names = new TreeSet<>();
    for (Node child : children(node)) {
      names.addAll(freeNames(child));
    }
    if (node instanceof Node.Name name) {
      names.add(name.name());
    }
    boolean isBinding =
        node instanceof Node.Call call
            && call.function().startsWith("big ")
            && call.arguments().size() > 1
            && call.arguments().get(1) instanceof Node.Name;
    if (isBinding) {
      names.remove(((Node.Name) ((Node.Call) node).arguments().get(1)).name());
    }
    return names;
  }

  private static void collectNames(Node node, SortedSet<String> names) {
    if (node instanceof Node.Name name) {
      names.add(name.name());
    }
    children(node).forEach(part -> collectNames(part, names));
  }
}
