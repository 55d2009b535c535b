package io.mathscale.grader.compare;

import io.mathscale.grader.expression.Node;
import io.mathscale.grader.expression.Node.Constant;
import io.mathscale.grader.expression.Node.Name;
import io.mathscale.grader.expression.Node.Num;
import io.mathscale.grader.expression.NodeTraversal;
import io.mathscale.grader.expression.Nodes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.regex.Pattern;

/**
 * Compares formulas whose free names may be others: constants of integration, as in {@code e^x + C}
 * and {@code e^x + K}, and integers of families, as in {@code kπ} and {@code nπ}.
 */
final class FreeNames {
  private static final Pattern CONSTANT = Pattern.compile("[CKABDck]|[CKABck]_?[0-9]");

  /** The letter that is a constant of integration without further signs. */
  private static final Pattern CLEAR_CONSTANT = Pattern.compile("C|[Cc]_?[0-9]");

  /** With what names of constants and integers begin. */
  private static final String LETTERS = "CKABDcknmli";

  private static final Set<String> INTEGERS = Set.of("k", "n", "m", "l");
  private static final String NATURAL = "natural ";
  private static final int MOST_CONSTANTS = 3;
  private static final int LARGEST_SHIFT = 2;

  /** Compares two formulas. */
  interface Values {
    /** Whether they have the same values. */
    ComparisonResult compare(Node left, Node right);
  }

  private final Values values;

  FreeNames(Values values) {
    this.values = values;
  }

  /** Whether the formulas are the same for some choice of names. */
  boolean areRenamed(Node left, Node right) {
    if (!mayHaveFreeName(left) || !mayHaveFreeName(right)) {
      return false;
    }
    Set<String> first = NodeTraversal.names(left);
    Set<String> second = NodeTraversal.names(right);
    return !first.isEmpty()
        && !second.isEmpty()
        && (haveSameConstants(left, right, first, second) || areSameFamily(left, right));
  }

  private static boolean mayHaveFreeName(Node node) {
    return NodeTraversal.any(
        node, part -> part instanceof Name name && LETTERS.indexOf(name.name().charAt(0)) >= 0);
  }

  private boolean haveSameConstants(Node left, Node right, Set<String> first, Set<String> second) {
    List<String> from = constants(first);
    List<String> to = constants(second);
    boolean areClear =
        from.stream().allMatch(name -> CLEAR_CONSTANT.matcher(name).matches())
            || to.stream().allMatch(name -> CLEAR_CONSTANT.matcher(name).matches());
    boolean mayBeSame =
        areClear
            && !from.isEmpty()
            && from.size() <= MOST_CONSTANTS
            && from.size() == to.size()
            && first.size() > from.size()
            && without(first, from).equals(without(second, to));
    if (!mayBeSame) {
      return false;
    }
    if (from.size() == 1) {
      Node restOfLeft = withoutTerm(left, from.get(0));
      Node restOfRight = withoutTerm(right, to.get(0));
      if (restOfLeft != left && restOfRight != right) {
        return differByConstant(restOfLeft, restOfRight);
      }
    }
    return permutations(to).stream()
        .filter(names -> !names.equals(from))
        .anyMatch(names -> values.compare(renamed(left, from, names), right).isRight());
  }

  private static List<String> constants(Set<String> names) {
    return names.stream().filter(name -> CONSTANT.matcher(name).matches()).toList();
  }

  private static Set<String> without(Set<String> names, List<String> constants) {
    Set<String> others = new TreeSet<>(names);
    constants.forEach(others::remove);
    return others;
  }

  /** The sum without the term that is the constant, or the sum itself if it has none. */
  private static Node withoutTerm(Node node, String constant) {
    if (!(node instanceof Node.Sum sum)) {
      return node;
    }
    List<Node> terms = new ArrayList<>(sum.terms());
    boolean isAdded = terms.removeIf(term -> isMultiple(term, constant));
    boolean isElsewhere =
        terms.stream().anyMatch(term -> NodeTraversal.names(term).contains(constant));
    return isAdded && !isElsewhere && !terms.isEmpty() ? Nodes.sum(terms) : node;
  }

  private static boolean isMultiple(Node term, String constant) {
    List<Node> factors = term instanceof Node.Product product ? product.factors() : List.of(term);
    return factors.contains(new Name(constant))
        && factors.stream()
            .allMatch(factor -> factor instanceof Num || factor.equals(new Name(constant)));
  }

  /** Whether the difference is the same wherever it is taken. */
  private boolean differByConstant(Node left, Node right) {
    Node difference = Nodes.sum(List.of(left, Nodes.negate(right)));
    Node elsewhere =
        NodeTraversal.map(
            difference,
            part -> part instanceof Name name ? new Name(name.name() + " elsewhere") : part);
    return values.compare(difference, elsewhere).isRight();
  }

  private static List<List<String>> permutations(List<String> names) {
    if (names.size() <= 1) {
      return List.of(names);
    }
    List<List<String>> permutations = new ArrayList<>();
    for (String first : names) {
      List<String> rest = new ArrayList<>(names);
      rest.remove(first);
      for (List<String> behind : permutations(rest)) {
        List<String> permutation = new ArrayList<>(List.of(first));
        permutation.addAll(behind);
        permutations.add(permutation);
      }
    }
    return permutations;
  }

  private static Node renamed(Node node, List<String> from, List<String> to) {
    Map<String, Node> names = new HashMap<>();
    for (int i = 0; i < from.size(); i++) {
      names.put(from.get(i), new Name(to.get(i)));
    }
    return NodeTraversal.map(
        node, part -> part instanceof Name name ? names.getOrDefault(name.name(), part) : part);
  }

  /** Whether both run through the same values as their integer runs through all integers. */
  private boolean areSameFamily(Node left, Node right) {
    String first = integer(left);
    String second = integer(right);
    boolean haveDifferentKinds =
        first.contains(" ")
            && second.contains(" ")
            && first.startsWith(NATURAL) != second.startsWith(NATURAL);
    if (first.isEmpty() || second.isEmpty() || haveDifferentKinds) {
      return false;
    }
    Name parameter = new Name(first);
    BinaryOperator<Node> at =
        (node, value) ->
            NodeTraversal.map(
                node,
                part -> part.equals(parameter) || part.equals(new Name(second)) ? value : part);
    if (values.compare(left, at.apply(right, parameter)).isRight()) {
      return true;
    }
    boolean areAllIntegers = !first.startsWith(NATURAL) && !second.startsWith(NATURAL);
    for (int sign = 1; areAllIntegers && sign >= -1; sign -= 2) {
      Node turned = Nodes.product(List.of(Num.of(sign), parameter));
      Node difference = Nodes.sum(List.of(left, Nodes.negate(at.apply(right, turned))));
      boolean isConstant =
          values
              .compare(at.apply(difference, Num.of(0)), at.apply(difference, Num.of(1)))
              .isRight();
      for (int shift = -LARGEST_SHIFT; isConstant && shift <= LARGEST_SHIFT; shift++) {
        Node shifted = Nodes.sum(List.of(turned, Num.of(shift)));
        if (values.compare(left, at.apply(right, shifted)).isRight()) {
          return true;
        }
      }
    }
    return false;
  }

  /** The only name of an integer in a formula, or empty if there is none or not one alone. */
  private static String integer(Node node) {
    Set<String> names = NodeTraversal.names(node);
    boolean hasPi = NodeTraversal.any(node, Constant.PI::equals);
    List<String> integers =
        names.stream()
            .filter(
                name ->
                    name.startsWith("integer ")
                        || name.startsWith(NATURAL)
                        || (hasPi && INTEGERS.contains(name)))
            .toList();
    return integers.size() == 1 ? integers.get(0) : "";
  }
}
