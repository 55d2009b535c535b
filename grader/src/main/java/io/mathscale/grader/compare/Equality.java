package io.mathscale.grader.compare;

import io.mathscale.grader.expression.Node;
import io.mathscale.grader.expression.UndefinedValueException;
import io.mathscale.grader.limits.LimitReachedException;

/** Decides whether two nodes in normal form mean the same. */
interface Equality {
  /**
   * Whether they mean the same, and by which rule.
   *
   * @throws LimitReachedException if that takes too much
   * @throws UndefinedValueException if a part of them has no value
   */
  ComparisonResult compare(Node left, Node right);
}
