package io.mathscale.core.config;

import java.util.List;
import java.util.Objects;

/**
 * Solutions of questions whose answers are known.
 *
 * @param path questions with known answers; empty means the seeds
 * @param models the models that are asked; none means that of the other stages
 * @param prompt name of a bundled prompt, or a path
 * @param mode how many right solutions are wanted of which question
 * @param right so many of each question, or of the hardest
 * @param maxTries the most solutions asked of a model for a question
 * @param pilot solutions that measure the difficulty, where the mode needs it
 * @param atLeast so many of each question, where the mode would want fewer
 * @param temperature sampling temperature
 * @param maxTokens the longest answer, in tokens
 */
public record SolveConfig(
    String path,
    List<ModelConfig> models,
    String prompt,
    Mode mode,
    int right,
    int maxTries,
    int pilot,
    int atLeast,
    double temperature,
    int maxTokens) {
  /** How many right solutions are wanted of which question. */
  public enum Mode {
    /** As many of each. */
    UNIFORM,
    /** As many as the question's failure rate says: the more difficult, the more. */
    PROP2DIFF
  }

  public SolveConfig {
    AskedModels.requireNames(models);
    models = List.copyOf(models);
    Check.notBlank("prompt", prompt);
    Objects.requireNonNull(mode, "mode must not be null");
    Check.atLeast("right", 1, right);
    Check.that(
        maxTries >= right && maxTries <= 10_000,
        "max-tries",
        "be from right to 10000, right being " + right,
        maxTries);
    Check.that(
        pilot >= 2 && (pilot <= maxTries || mode == Mode.UNIFORM),
        "pilot",
        "be from 2 to max-tries, which is " + maxTries,
        pilot);
    Check.between("at-least", 0, right, atLeast);
    Check.between("temperature", 0, 2, temperature);
    Check.atLeast("max-tokens", 1, maxTokens);
  }
}
