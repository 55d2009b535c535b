package io.mathscale.core.config;

/**
 * From pairs to training data.
 *
 * @param minSolutionChars a shorter solution is rejected
 * @param includeSeeds whether the seeds that have a solution are training data too
 * @param decontaminate which questions must not be in it
 * @param quality the quality rules
 */
public record RefineConfig(
    int minSolutionChars,
    boolean includeSeeds,
    Decontaminate decontaminate,
    QualityConfig quality) {
  public RefineConfig {
    Check.atLeast("min-solution-chars", 0, minSolutionChars);
  }

  /**
   * Which questions must not be in the training data.
   *
   * @param against a benchmark file; empty means the benchmark of the run
   */
  public record Decontaminate(String against) {}
}
