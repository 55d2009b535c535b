package io.mathscale.grader.normalize;

import io.mathscale.grader.expression.CanonicalForm;
import io.mathscale.grader.expression.Node;
import io.mathscale.grader.expression.Node.Call;
import io.mathscale.grader.expression.Node.Group;
import io.mathscale.grader.expression.Node.Labelled;
import io.mathscale.grader.expression.Node.Relation;
import io.mathscale.grader.expression.NodeTraversal;
import io.mathscale.grader.expression.Nodes;
import io.mathscale.grader.limits.GradingLimits;
import io.mathscale.grader.limits.LimitReachedException;
import io.mathscale.grader.limits.StepBudget;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Brings a parsed answer into the form in which it is compared: labels are separated from values,
 * inequalities become sets, double signs become two members, sums and products of matrices are
 * computed.
 */
public final class Normalizer {
  /**
   * The start of the label of a value that was calculated from numbers, as 3 in {@code 1 + 2 = 3}.
   */
  public static final String CALCULATION = "= ";

  /** The start of the label of a part of an answer, as 5 in {@code (1) 5; (2) 7}. */
  public static final String PART = "part ";

  private final StepBudget budget;

  /**
   * Normalizes the answers of one comparison.
   *
   * @param budget what the comparison may take
   */
  public Normalizer(StepBudget budget) {
    this.budget = budget;
  }

  /** The normal form of a node. */
  public Node normalize(Node node) {
    budget.spend(1);
    if (node instanceof Node.Num || node instanceof Node.Decimal) {
      return node;
    }
    if (node instanceof Call call && call.function().equals("where")) {
      return new Conditions(this).normal(call);
    }
    if (node instanceof Call call && Calculus.isKnown(call)) {
      Node value = new Calculus(budget).value(call);
      return value.equals(call) ? call : normalize(value);
    }
    if (isFormula(node) && !NodeTraversal.any(node, Normalizer::isChanged)) {
      return node;
    }
    if (isFormula(node) && NodeTraversal.any(node, Normalizer::isCalculus)) {
      return normalize(new Calculus(budget).valuesWithin(node));
    }
    if (hasDoubleSign(node) && !(node instanceof Group group && group.isUnordered())) {
      Node plus = normalize(withSign(node, "±"));
      Node minus = normalize(withSign(node, "∓"));
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
    if (node instanceof Call call
        && (call.function().equals("det") || call.function().equals("abs"))) {
      Optional<Node> determinant = MatrixAlgebra.determinant(call.arguments().get(0));
      if (determinant.isPresent()) {
        return normalize(determinant.get());
      }
    }
    if (node instanceof Call call && call.function().equals("such that")) {
      return suchThat(call);
    }
    if (node instanceof Call call && call.function().equals("intersection")) {
      List<Node> sets = call.arguments();
      return new RealSets(budget).intersection(value(sets.get(0)), value(sets.get(1))).orElse(call);
    }
    if (node instanceof Node.Quantity quantity) {
      Node value = normalize(quantity.value());
      return value instanceof Labelled labelled
          ? new Labelled(labelled.label(), new Node.Quantity(labelled.value(), quantity.unit()))
          : new Node.Quantity(value, quantity.unit());
    }
    if (node instanceof Node.Name name && name.name().equals("set R")) {
      return Nodes.REALS;
    }
    if (node instanceof Node.Matrix matrix) {
      List<List<Node>> rows = new ArrayList<>();
      matrix.rows().forEach(row -> rows.add(row.stream().map(this::normalize).toList()));
      return new Node.Matrix(rows);
    }
    boolean mayHoldMatrix = node instanceof Node.Sum || node instanceof Node.Product;
    return mayHoldMatrix && NodeTraversal.any(node, Node.Matrix.class::isInstance)
        ? new MatrixAlgebra(budget).simplified(node)
        : node;
  }

  private static boolean isFormula(Node node) {
    return node instanceof Node.Sum || node instanceof Node.Product || node instanceof Node.Power;
  }

  /** Whether this has another form when it is normal. */
  private static boolean isChanged(Node node) {
    return node instanceof Node.Matrix
        || (node instanceof Call call && (isDoubleSign(call) || isCalculus(call)));
  }

  private static boolean isCalculus(Node node) {
    return node instanceof Call call && Calculus.isKnown(call) && !Calculus.isLeft(call);
  }

  private static boolean hasDoubleSign(Node node) {
    return NodeTraversal.any(node, part -> part instanceof Call call && isDoubleSign(call));
  }

  private static boolean isDoubleSign(Call call) {
    return call.function().equals("±") || call.function().equals("∓");
  }

  /** The node with one of the two double signs read as plus, the other as minus. */
  private static Node withSign(Node node, String positive) {
    return NodeTraversal.map(
        node,
        part -> {
          if (part instanceof Call call && isDoubleSign(call)) {
            Node term = call.arguments().get(0);
            return call.function().equals(positive) ? term : Nodes.negate(term);
          }
          return part;
        });
  }

  private Node group(Group group) {
    Conditions conditions = new Conditions(this);
    if (group.open().isEmpty() && conditions.areBehind(group.members())) {
      List<Node> members = group.members();
      return conditions.normal(
          Call.of("where", members.get(0), Group.list(members.subList(1, members.size()))));
    }
    List<Node> members = new ArrayList<>();
    for (Node member : group.members()) {
      Node meaning = normalize(member);
      boolean isFlat =
          group.isUnordered() && meaning instanceof Group inner && inner.open().isEmpty();
      if (isFlat) {
        members.addAll(((Group) meaning).members());
      } else {
        members.add(meaning);
      }
    }
    if (members.size() > GradingLimits.MAX_MEMBERS) {
      throw new LimitReachedException("members");
    }
    Optional<Node> between =
        group.open().isEmpty() && !group.close().equals("or")
            ? InequalitySolver.between(members, budget)
            : Optional.empty();
    if (between.isPresent()) {
      return between.get();
    }
    if (!group.close().equals("or")) {
      return new Group(group.open(), group.close(), members);
    }
    return members.stream().allMatch(Normalizer::isSolution) ? union(members) : Group.list(members);
  }

  /** Whether this is the solution of an inequality. */
  private static boolean isSolution(Node node) {
    return node instanceof Labelled labelled
        && (labelled.value() instanceof Node.Union
            || (labelled.value() instanceof Group group && !group.isUnordered()));
  }

  private Node union(List<Node> parts) {
    List<Node> sets = parts.stream().map(this::value).toList();
    if (sets.stream().allMatch(Normalizer::isListed)) {
      return Group.set(sets.stream().flatMap(set -> NodeTraversal.children(set).stream()).toList());
    }
    Optional<Node> ofNumbers = new RealSets(budget).union(sets);
    if (ofNumbers.isPresent()) {
      return ofNumbers.get();
    }
    List<Node> flat = new ArrayList<>();
    for (Node set : sets) {
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

  /** Whether it is a set in braces. */
  private static boolean isListed(Node node) {
    return node instanceof Group group && group.open().equals("{");
  }

  private Node difference(Node.Difference difference) {
    Node from = normalize(difference.from());
    Node without = normalize(difference.without());
    Optional<Node> ofNumbers = new RealSets(budget).difference(from, without);
    if (ofNumbers.isPresent()) {
      return ofNumbers.get();
    }
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
            ? normalize(group.members().get(0))
            : normalize(condition);
    Node member = ((Group) head).members().get(0);
    boolean isOfAnother =
        set instanceof Labelled named
            && member instanceof Node.Name name
            && !named.label().equals(name.name());
    if (isOfAnother) {
      return call;
    }
    return set instanceof Labelled labelled ? labelled.value() : set;
  }

  private Node relation(Relation relation) {
    if (relation.signs().stream().allMatch(sign -> sign.equals("=") || sign.equals("~"))) {
      return equation(relation);
    }
    if (relation.signs().equals(List.of("in"))) {
      Node set = normalize(relation.terms().get(1));
      return relation.labels().get(0).isEmpty()
          ? relation
          : new Labelled(relation.labels().get(0), set);
    }
    return new InequalitySolver(budget).solve(relation).orElse(relation);
  }

  /** The value of the last exact term, with the label that the first term is, if it is one. */
  private Node equation(Relation relation) {
    List<Node> terms = relation.terms();
    if (hasSecondEquation(relation)) {
      return relation;
    }
    int about = relation.signs().indexOf("~");
    int last = about < 0 ? terms.size() - 1 : about;
    String label = relation.labels().get(0);
    if (about == 0 && !label.isEmpty()) {
      return new Labelled(label, value(terms.get(1)));
    }
    if (last == 0) {
      return normalize(terms.get(0));
    }
    if (label.startsWith(PART)) {
      return new Labelled(label, normalize(terms.get(last)));
    }
    if (!label.isEmpty()) {
      return new Labelled(label, value(terms.get(last)));
    }
    if (last == 1 && !relation.labels().get(1).isEmpty()) {
      return new Labelled(relation.labels().get(1), value(terms.get(0)));
    }
    boolean isCalculation =
        !NodeTraversal.hasVariable(terms.get(0))
            && !NodeTraversal.hasVariable(terms.get(last))
            && !NodeTraversal.any(terms.get(0), Node.Matrix.class::isInstance);
    boolean isFalse =
        terms.get(0) instanceof Node.Num number
            && (isTimeOfDay(terms.get(last))
                || !new Calculus(budget).mayBe(terms.get(last), number));
    if (isCalculation && !isFalse) {
      Node value = normalize(terms.get(last));
      return value instanceof Labelled || terms.get(0) instanceof Node.Num
          ? value
          : new Labelled(CALCULATION + CanonicalForm.of(terms.get(0)), value);
    }
    return new Relation(List.of(terms.get(0), terms.get(last)), List.of("="), List.of("", ""));
  }

  private static boolean isTimeOfDay(Node node) {
    return NodeTraversal.any(
        node,
        part ->
            part instanceof Call call
                && (call.function().equals("clock") || call.function().equals("time")));
  }

  /** {@code y_1 = … y_2 = …} in one chain are two equations, whose sides are not one value. */
  private static boolean hasSecondEquation(Relation relation) {
    String label = relation.labels().get(0);
    int subscript = label.indexOf('_');
    return subscript > 0
        && relation.terms().stream()
            .skip(1)
            .limit(Math.max(0, relation.terms().size() - 2))
            .flatMap(term -> NodeTraversal.names(term).stream())
            .anyMatch(
                name -> name.startsWith(label.substring(0, subscript + 1)) && !name.equals(label));
  }

  private Node value(Node term) {
    Node value = normalize(term);
    return value instanceof Labelled labelled ? labelled.value() : value;
  }
}
