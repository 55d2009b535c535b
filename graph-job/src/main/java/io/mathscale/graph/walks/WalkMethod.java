package io.mathscale.graph.walks;

import java.io.Serializable;

/** How a walk chooses its concepts. */
interface WalkMethod extends Serializable {
  /**
   * The walk from a topic; a function of the topic and the plan alone.
   *
   * @param start number of the topic that it begins with
   * @param plan what chance decides of it
   */
  Walk walk(int start, WalkPlan plan);
}
