package io.mathscale.generator.quality;

import java.io.Serializable;
import java.util.Optional;

/** One rule about the quality of a row: a function of its texts alone, in linear time. */
interface QualityRule extends Serializable {
  /** Its key under {@code refine.quality}. */
  String name();

  /**
   * What of the row breaks the rule, if anything does.
   *
   * @param pair the texts of the row
   * @param measures takes what is measured on the way
   */
  Optional<Violation> violation(PairText pair, Measurements measures);
}
