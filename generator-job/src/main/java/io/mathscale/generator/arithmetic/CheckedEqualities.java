package io.mathscale.generator.arithmetic;

import java.util.List;

/**
 * What was found of the equalities of numbers in a text.
 *
 * @param checked how many were computed
 * @param falseOnes those that are false, as they stand in the text
 */
public record CheckedEqualities(int checked, List<String> falseOnes) {
  /** Copies the list. */
  public CheckedEqualities {
    falseOnes = List.copyOf(falseOnes);
  }

  /** The share of false ones; 0 where there are none at all. */
  public double falseShare() {
    return checked == 0 ? 0 : (double) falseOnes.size() / checked;
  }
}
