package io.mathscale.core.config;

import java.util.Objects;

/**
 * Generation of new pairs.
 *
 * @param prompt name of a bundled prompt, or a path
 * @param temperature sampling temperature
 * @param maxTokens the longest answer, in tokens
 * @param samples pairs asked for each composition
 * @param finalAnswer what becomes of a pair whose solution states no final answer
 */
public record GenerateConfig(
    String prompt, double temperature, int maxTokens, int samples, Answers finalAnswer) {
  /** What becomes of a pair whose solution states no final answer. */
  public enum Answers {
    /** It is rejected. */
    REQUIRED,
    /** It is kept, and marked: with what its last sentence concludes, or with no answer. */
    FOUND,
    /** It is kept, and no answer is looked for in any pair. */
    NONE
  }

  public GenerateConfig {
    Check.notBlank("prompt", prompt);
    Check.between("temperature", 0, 2, temperature);
    Check.atLeast("max-tokens", 1, maxTokens);
    Check.atLeast("samples", 1, samples);
    Objects.requireNonNull(finalAnswer, "final-answer must not be null");
  }
}
