package io.mathscale.core.config;

/**
 * Concept extraction.
 *
 * @param prompt name of a bundled prompt, or a path
 * @param temperature sampling temperature
 * @param maxTokens the longest answer, in tokens
 */
public record ExtractConfig(String prompt, double temperature, int maxTokens) {
  public ExtractConfig {
    Check.notBlank("prompt", prompt);
    Check.between("temperature", 0, 2, temperature);
    Check.atLeast("max-tokens", 1, maxTokens);
  }
}
