package io.mathscale.core.config;

import java.util.List;
import java.util.Objects;

/**
 * Fresh solutions of each pair's question.
 *
 * @param models the models that are asked, in turn; none means that of {@link MathscaleConfig}
 * @param maxSolutions the most fresh solutions of a pair; one alone would decide nothing
 * @param rule when a pair has enough of them
 * @param replace what becomes of a pair that is outvoted
 * @param prompt name of a bundled prompt, or a path
 * @param temperature sampling temperature
 * @param maxTokens the longest answer, in tokens
 * @param judged whether models that judge decide what no votes can
 */
public record ValidateConfig(
    List<ModelConfig> models,
    int maxSolutions,
    Rule rule,
    Replace replace,
    String prompt,
    double temperature,
    int maxTokens,
    boolean judged) {
  /** When a pair has enough fresh solutions. */
  public enum Rule {
    /** When those that it has give a verdict. */
    SEQUENTIAL,
    /** When no further ones could change the verdict. */
    MAJORITY,
    /** When it has as many as it may have. */
    FIXED
  }

  /** What becomes of a pair that is outvoted. */
  public enum Replace {
    /** It is rejected. */
    OFF,
    /** It takes the answer of the majority, and a solution that has it. */
    MAJORITY
  }

  public ValidateConfig {
    AskedModels.requireDistinct(models);
    models = List.copyOf(models);
    Check.between("max-solutions", 2, 32, maxSolutions);
    Objects.requireNonNull(rule, "rule must not be null");
    Objects.requireNonNull(replace, "replace must not be null");
    Check.notBlank("prompt", prompt);
    Check.between("temperature", 0, 2, temperature);
    Check.atLeast("max-tokens", 1, maxTokens);
  }
}
