package io.mathscale.grader.expression;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Writes a formula as text that does not depend on the order of terms and factors. */
public final class CanonicalForm {
  private CanonicalForm() {}

  /** The canonical text; equal texts mean equal formulas. */
  public static String of(Node node) {
    StringBuilder text = new StringBuilder();
    write(node, text);
    return text.toString();
  }

  /**
   * Whether two formulas have the same canonical text, which most that differ are soon seen not to.
   */
  public static boolean areSame(Node left, Node right) {
    return mayBeSame(left, right) && of(left).equals(of(right));
  }

  /** Whether the two are of one kind and size, as far as their order does not matter. */
  private static boolean mayBeSame(Node left, Node right) {
    if (left instanceof Node.Decimal || right instanceof Node.Decimal) {
      return true; // an integer may be written as a decimal
    }
    if (left instanceof Node.Sum first && right instanceof Node.Sum second) {
      return first.terms().size() == second.terms().size();
    }
    if (left instanceof Node.Product first && right instanceof Node.Product second) {
      return first.factors().size() == second.factors().size();
    }
    if (left instanceof Node.Power first && right instanceof Node.Power second) {
      return mayBeSame(first.base(), second.base())
          && mayBeSame(first.exponent(), second.exponent());
    }
    if (left instanceof Node.Call first && right instanceof Node.Call second) {
      return first.function().equals(second.function());
    }
    boolean areLeaves =
        left instanceof Node.Num || left instanceof Node.Name || left instanceof Node.Constant;
    return areLeaves ? left.equals(right) : left.getClass() == right.getClass();
  }

  private static void write(Node node, StringBuilder text) {
    if (node instanceof Node.Num number) {
      text.append(number.value().numerator());
      if (!number.value().isInteger()) {
        text.append('/').append(number.value().denominator());
      }
    } else if (node instanceof Node.Decimal decimal) {
      text.append(decimal.value().stripTrailingZeros());
    } else if (node instanceof Node.Name name) {
      text.append(name.name());
    } else if (node instanceof Node.Constant constant) {
      text.append('#').append(constant.name());
    } else if (node instanceof Node.Words words) {
      text.append('"').append(words.text()).append('"');
    } else if (node instanceof Node.Sum sum) {
      sorted("+", sum.terms(), text);
    } else if (node instanceof Node.Product product) {
      sorted("*", product.factors(), text);
    } else if (node instanceof Node.Group group && group.isUnordered()) {
      sorted("{", group.members(), text);
    } else if (node instanceof Node.Union union) {
      sorted("∪", union.parts(), text);
    } else {
      ordered(name(node), NodeTraversal.children(node), text);
    }
  }

  private static String name(Node node) {
    if (node instanceof Node.Call call) {
      return call.function();
    }
    if (node instanceof Node.Group group) {
      return group.open() + group.close();
    }
    if (node instanceof Node.Relation relation) {
      return String.join("", relation.signs());
    }
    if (node instanceof Node.Matrix matrix) {
      return "matrix" + matrix.rows().size();
    }
    if (node instanceof Node.Labelled labelled) {
      return labelled.label() + " is";
    }
    if (node instanceof Node.Quantity quantity) {
      return "in " + quantity.unit();
    }
    return node.getClass().getSimpleName();
  }

  private static void ordered(String name, List<Node> parts, StringBuilder text) {
    text.append('(').append(name);
    for (Node part : parts) {
      text.append(' ');
      write(part, text);
    }
    text.append(')');
  }

  private static void sorted(String name, List<Node> parts, StringBuilder text) {
    List<String> texts = new ArrayList<>();
    for (Node part : parts) {
      texts.add(of(part));
    }
    Collections.sort(texts);
    text.append('(').append(name);
    texts.forEach(part -> text.append(' ').append(part));
    text.append(')');
  }
}
