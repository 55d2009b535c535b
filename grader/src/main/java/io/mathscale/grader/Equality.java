package io.mathscale.grader;

/** Whether two interpreted answers mean the same. */
interface Equality {
  Judgement compare(Node left, Node right);
}
