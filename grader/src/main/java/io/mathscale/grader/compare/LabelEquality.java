package io.mathscale.grader.compare;

import io.mathscale.grader.expression.Node;
import io.mathscale.grader.expression.Node.Labelled;
import io.mathscale.grader.expression.Node.Name;
import io.mathscale.grader.expression.Node.Relation;
import io.mathscale.grader.expression.NodeTraversal;
import io.mathscale.grader.expression.Nodes;
import io.mathscale.grader.normalize.Normalizer;
import io.mathscale.grader.verdict.Rule;
import java.util.List;
import java.util.Set;

/** Compares labelled answers, such as {@code x = 5}. */
final class LabelEquality {
  /** The start of a label in words. */
  private static final String WORDS = "words ";

  /** The start of the label of a tuple of variables. */
  private static final String TUPLE = "tuple ";

  private static final Set<String> GENERIC =
      Set.of(
          "answer",
          "theanswer",
          "finalanswer",
          "thefinalanswer",
          "ans",
          "result",
          "solution",
          "total",
          "value",
          "thevalue",
          "output",
          "答案");

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
      if (areDifferentWords(first.label(), second.label())
          || areDifferentTuples(first.label(), second.label())) {
        ComparisonResult sameValue = values.compare(first.value(), second.value());
        return sameValue.isRight() ? ComparisonResult.undecided(Rule.LABELS) : sameValue;
      }
      boolean areNames = isVariable(first.label()) && isVariable(second.label());
      if (areNames && !first.label().equals(second.label())) {
        return named(first, second);
      }
      return values.compare(first.value(), second.value());
    }
    Labelled labelled = (Labelled) (left instanceof Labelled ? left : right);
    Node other = left instanceof Labelled ? right : left;
    if (other instanceof Relation relation) {
      return relations.compare(equation(labelled), relation);
    }
    return values.compare(asCount(labelled, other), other);
  }

  /** {@code C(5,2)} and {@code P(5,2)} beside a number are counts, and points otherwise. */
  private static Node asCount(Labelled labelled, Node other) {
    boolean mayBeCount =
        (labelled.label().equals("C") || labelled.label().equals("P"))
            && !(other instanceof Node.Group)
            && labelled.value() instanceof Node.Group group
            && group.members().size() == 2;
    if (!mayBeCount) {
      return labelled.value();
    }
    List<Node> numbers = NodeTraversal.children(labelled.value());
    Node combinations = Node.Call.of("binomial", numbers.get(0), numbers.get(1));
    return labelled.label().equals("C")
        ? combinations
        : Nodes.product(List.of(combinations, Node.Call.of("factorial", numbers.get(1))));
  }

  private static boolean varies(Node node) {
    return NodeTraversal.hasVariable(node);
  }

  /**
   * Values of different names: {@code x = 5} and {@code y = 5} differ, so do {@code f(x) = 2x} and
   * {@code f'(x) = 2x}; {@code f(x)} and {@code y} may be the same.
   */
  private ComparisonResult named(Labelled first, Labelled second) {
    boolean firstIsFunction = isFunction(first.label());
    boolean secondIsFunction = isFunction(second.label());
    if (firstIsFunction && secondIsFunction) {
      return functions(first, second);
    }
    if (firstIsFunction || secondIsFunction) {
      Labelled function = firstIsFunction ? first : second;
      Labelled variable = firstIsFunction ? second : first;
      return functionAndVariable(function, variable);
    }
    boolean areCurves = varies(first.value()) && varies(second.value());
    ComparisonResult curves =
        areCurves
            ? relations.compare(equation(first), equation(second))
            : ComparisonResult.wrong(Rule.LABELS);
    return curves.isRight() ? curves : ComparisonResult.wrong(Rule.LABELS);
  }

  /** {@code f(x) = 2x} and {@code f(t) = 2t} are the same function. */
  private ComparisonResult functions(Labelled first, Labelled second) {
    String from = argument(first.label());
    String to = argument(second.label());
    boolean isRenamed =
        head(first.label()).equals(head(second.label()))
            && from.length() == 1
            && to.length() == 1
            && Character.isLowerCase(from.charAt(0))
            && Character.isLowerCase(to.charAt(0))
            && NodeTraversal.names(first.value()).contains(from)
            && !NodeTraversal.names(first.value()).contains(to);
    if (!isRenamed) {
      return ComparisonResult.wrong(Rule.LABELS);
    }
    Node renamed =
        NodeTraversal.map(first.value(), part -> part.equals(new Name(from)) ? new Name(to) : part);
    return values.compare(renamed, second.value());
  }

  private ComparisonResult functionAndVariable(Labelled function, Labelled variable) {
    String head = head(function.label());
    if (argument(function.label()).equalsIgnoreCase(variable.label())) {
      return ComparisonResult.wrong(Rule.LABELS);
    }
    ComparisonResult sameValue = values.compare(function.value(), variable.value());
    boolean mayBeNamed = head.indexOf('^') < 0 && primes(head) == primes(variable.label());
    return sameValue.isRight() && !mayBeNamed ? ComparisonResult.undecided(Rule.LABELS) : sameValue;
  }

  private static long primes(String label) {
    return label.chars().filter(c -> c == '\'').count();
  }

  private static String head(String label) {
    return label.substring(0, bracket(label));
  }

  private static String argument(String label) {
    return label.substring(bracket(label) + 1, label.length() - 1);
  }

  private static int bracket(String label) {
    int round = label.indexOf('(');
    int square = label.indexOf('[');
    return round < 0 || square < 0 ? Math.max(round, square) : Math.min(round, square);
  }

  /** Different words, neither of which says no more than that an answer follows. */
  private static boolean areDifferentWords(String first, String second) {
    return first.startsWith(WORDS)
        && second.startsWith(WORDS)
        && !first.equals(second)
        && !GENERIC.contains(first.substring(WORDS.length()))
        && !GENERIC.contains(second.substring(WORDS.length()));
  }

  private static boolean areDifferentTuples(String first, String second) {
    return first.startsWith(TUPLE) && second.startsWith(TUPLE) && !first.equals(second);
  }

  /** {@code log_3(27) = 3} and {@code log_6(216) = 3} may be asked for as equations. */
  private static boolean areDifferentCalculations(String first, String second) {
    return !first.equals(second)
        && first.startsWith(Normalizer.CALCULATION)
        && second.startsWith(Normalizer.CALCULATION);
  }

  private static boolean isFunction(String label) {
    return bracket(label) > 0;
  }

  private static boolean isVariable(String label) {
    return !label.startsWith(TUPLE)
        && !label.startsWith(WORDS)
        && !label.startsWith(Normalizer.CALCULATION);
  }

  private static Relation equation(Labelled labelled) {
    return new Relation(
        List.of(new Name(labelled.label()), labelled.value()),
        List.of("="),
        List.of(labelled.label(), ""));
  }
}
