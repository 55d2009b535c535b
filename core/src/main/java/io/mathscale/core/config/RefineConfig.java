package io.mathscale.core.config;

/**
 * From pairs to training data.
 *
 * @param minSolutionChars a shorter solution is rejected
 * @param includeSeeds whether the seeds that have a solution are training data too
 * @param decontaminate which questions must not be in it
 * @param nearDuplicates which questions are too much alike
 * @param sameTemplate how many rows may differ in nothing but their numbers; 0 for any number
 * @param quality the quality rules
 */
public record RefineConfig(
    int minSolutionChars,
    boolean includeSeeds,
    Decontaminate decontaminate,
    NearDuplicates nearDuplicates,
    int sameTemplate,
    QualityConfig quality) {
  public RefineConfig {
    Check.atLeast("min-solution-chars", 0, minSolutionChars);
    Check.atLeast("same-template", 0, sameTemplate);
  }

  /**
   * Which questions are too much alike.
   *
   * @param threshold Jaccard index of shingles from which two of equal numbers are; 0 for equal
   *     questions alone
   */
  public record NearDuplicates(double threshold) {
    public NearDuplicates {
      Check.that(
          threshold == 0 || (threshold >= 0.5 && threshold <= 1),
          "threshold",
          "be 0, or from 0.5 to 1",
          threshold);
    }
  }

  /**
   * Which questions must not be in the training data.
   *
   * @param against a benchmark file; empty means the benchmark of the run
   */
  public record Decontaminate(String against) {}
}
