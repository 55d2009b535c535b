package io.mathscale.generator.seeds;

/**
 * What a row says of a seed.
 *
 * @param givenId the id that the file gives it; empty if none
 * @param dataset its data set; empty if unknown
 * @param question the question
 * @param answer the final answer; empty if unknown
 * @param solution the worked solution; empty if unknown
 */
record SeedText(String givenId, String dataset, String question, String answer, String solution) {

  /** All that is text, for checks of the characters in it. */
  String all() {
    return String.join("\n", givenId, dataset, question, answer, solution);
  }
}
