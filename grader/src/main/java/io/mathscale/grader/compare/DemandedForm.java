package io.mathscale.grader.compare;

import io.mathscale.grader.expression.Node;
import io.mathscale.grader.expression.NodeTraversal;
import io.mathscale.grader.limits.LimitReachedException;
import io.mathscale.grader.parse.AnswerReader;
import io.mathscale.grader.text.AnswerText;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Knows whether a question asks for a factored or an expanded formula, and whether an answer that
 * is equal to the reference lacks the form that the reference has.
 */
public enum DemandedForm {
  /** A product, or anything else that is no sum. */
  FACTORED,
  /** A sum without brackets that could be multiplied out. */
  EXPANDED,
  /** Any form. */
  ANY;

  private static final Pattern FACTOR =
      Pattern.compile(
          "\\bFactor\\b|\\bfactor (?:the|this|it|each|out|over|completely|\\$|\\\\\\()|\\b[Ff]actori[sz]e\\b"
              + "|\\bfactored\\b|因式分解|分解因式");
  private static final Pattern EXPAND =
      Pattern.compile("\\b[Ee]xpand(?:ed)?\\b|\\b[Mm]ultiply out\\b|展开");

  /** Questions are read as far as this. */
  private static final int LONGEST = 5_000;

  /** The form that a question asks for; any where it asks for both, or for none. */
  public static DemandedForm of(String question) {
    if (question.isEmpty()) {
      return ANY;
    }
    String read = question.substring(0, Math.min(question.length(), LONGEST));
    boolean factors = FACTOR.matcher(read).find();
    boolean expands = EXPAND.matcher(read).find();
    if (factors == expands) {
      return ANY;
    }
    return factors ? FACTORED : EXPANDED;
  }

  /** Whether the reference has this form, and the answer, which is equal, has not. */
  public boolean isMissed(String answer, String reference) {
    return this != ANY && has(reference) && !has(answer);
  }

  private boolean has(String answer) {
    try {
      Optional<Node> read = new AnswerReader().read(AnswerText.clean(answer), true);
      if (read.isEmpty()) {
        return false;
      }
      Node formula = lastSide(read.get());
      return this == FACTORED ? isFactored(formula) : isExpanded(formula);
    } catch (LimitReachedException limit) {
      return true;
    }
  }

  /** What the answer says that something is. */
  private static Node lastSide(Node node) {
    return node instanceof Node.Relation relation
        ? relation.terms().get(relation.terms().size() - 1)
        : node;
  }

  private static boolean isFactored(Node node) {
    boolean isProduct = node instanceof Node.Product || node instanceof Node.Power;
    return isProduct && NodeTraversal.any(node, Node.Sum.class::isInstance);
  }

  private static boolean isExpanded(Node node) {
    return node instanceof Node.Sum && !NodeTraversal.any(node, DemandedForm::canBeExpanded);
  }

  private static boolean canBeExpanded(Node node) {
    if (node instanceof Node.Product product) {
      long variable = product.factors().stream().filter(NodeTraversal::hasVariable).count();
      return variable > 1 && product.factors().stream().anyMatch(Node.Sum.class::isInstance);
    }
    return node instanceof Node.Power power
        && power.base() instanceof Node.Sum
        && power.exponent() instanceof Node.Num exponent
        && exponent.value().isInteger()
        && exponent.value().signum() > 0;
  }
}
