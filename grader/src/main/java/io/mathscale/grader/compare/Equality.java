package io.mathscale.grader.compare;

import io.mathscale.grader.expression.Node;

/** Whether two interpreted answers mean the same. */
interface Equality {
  ComparisonResult compare(Node left, Node right);
}
