package io.mathscale.core.config;

import java.util.List;

/**
 * Verdicts of models on answers that the strict grader leaves undecided.
 *
 * @param models the models that judge; none means that nothing is judged
 * @param prompt name of a bundled prompt, or a path
 * @param temperature sampling temperature
 * @param maxTokens the longest reply, in tokens
 * @param check answers that the strict grader decides which are judged as well, at most
 */
public record JudgeConfig(
    List<ModelConfig> models, String prompt, double temperature, int maxTokens, int check) {
  public JudgeConfig {
    AskedModels.requireNames(models);
    models = List.copyOf(models);
    Check.notBlank("prompt", prompt);
    Check.between("temperature", 0, 2, temperature);
    Check.atLeast("max-tokens", 1, maxTokens);
    Check.atLeast("check", 0, check);
  }
}
