package io.mathscale.grader.expression;

import io.mathscale.grader.expression.Node.Call;
import io.mathscale.grader.expression.Node.Constant;
import io.mathscale.grader.expression.Node.Name;
import io.mathscale.grader.expression.Node.Num;
import io.mathscale.grader.expression.Node.Power;
import java.util.List;

/**
 * Tells what a pair of formulas has among its parts, which decides how the two can be compared. One
 * walk through both gathers all of it.
 */
public final class FormulaTraits {
  private static final int VARIABLE = 1;
  private static final int DEGREE = 1 << 1;
  private static final int INFINITY = 1 << 2;
  private static final int IMAGINARY = 1 << 3;
  private static final int ABSOLUTE = 1 << 4;
  private static final int COUNT = 1 << 5;
  private static final int EVEN_ROOT = 1 << 6;
  private static final int BIG = 1 << 7;

  private final int bits;

  private FormulaTraits(int bits) {
    this.bits = bits;
  }

  /** What at least one of two formulas has. */
  public static FormulaTraits of(Node left, Node right) {
    return new FormulaTraits(bits(left) | bits(right));
  }

  /** Whether there is a variable, or a function whose value is unknown. */
  public boolean hasVariable() {
    return has(VARIABLE);
  }

  /** Whether there is a sign of degrees. */
  public boolean hasDegree() {
    return has(DEGREE);
  }

  /** Whether there is an infinity. */
  public boolean hasInfinity() {
    return has(INFINITY);
  }

  /** Whether there is an imaginary unit. */
  public boolean hasImaginaryUnit() {
    return has(IMAGINARY);
  }

  /** Whether there is an absolute value. */
  public boolean hasAbsoluteValue() {
    return has(ABSOLUTE);
  }

  /** Whether there is a factorial or a binomial coefficient. */
  public boolean hasCount() {
    return has(COUNT);
  }

  /** Whether there is a root with an even index. */
  public boolean hasEvenRoot() {
    return has(EVEN_ROOT);
  }

  /** Whether there is a sum, product, integral or limit, whose value is not computed. */
  public boolean hasBigOperator() {
    return has(BIG);
  }

  private boolean has(int trait) {
    return (bits & trait) != 0;
  }

  private static int bits(Node node) {
    if (node instanceof Num || node instanceof Node.Decimal) {
      return 0;
    }
    if (node instanceof Name) {
      return VARIABLE;
    }
    if (node instanceof Constant constant) {
      return constant == Constant.I ? IMAGINARY : constant == Constant.INFINITY ? INFINITY : 0;
    }
    if (node instanceof Power power) {
      return ofRoot(power.exponent()) | bits(power.base()) | bits(power.exponent());
    }
    int bits = node instanceof Call call ? ofCall(call) : 0;
    List<Node> children = NodeTraversal.children(node);
    for (int i = 0; i < children.size(); i++) {
      bits |= bits(children.get(i));
    }
    return bits;
  }

  private static int ofRoot(Node exponent) {
    return exponent instanceof Num number && !number.value().denominator().testBit(0)
        ? EVEN_ROOT
        : 0;
  }

  private static int ofCall(Call call) {
    return switch (call.function()) {
      case "degree" -> DEGREE;
      case "abs" -> ABSOLUTE;
      case "factorial", "binomial" -> COUNT;
      default -> (call.isOpaque() ? VARIABLE : 0) | (call.function().startsWith("big ") ? BIG : 0);
    };
  }
}
