package io.mathscale.core.config;

/**
 * Generation of new pairs.
 *
 * @param prompt name of a bundled prompt, or a path
 * @param temperature sampling temperature
 * @param maxTokens the longest answer, in tokens
 * @param samples pairs asked for each composition
 */
public record GenerateConfig(String prompt, double temperature, int maxTokens, int samples) {
  public GenerateConfig {
    Check.notBlank("prompt", prompt);
    Check.between("temperature", 0, 2, temperature);
    Check.atLeast("max-tokens", 1, maxTokens);
    Check.atLeast("samples", 1, samples);
  }
}
