package io.mathscale.core.config;

import java.util.List;

/**
 * Fresh solutions of each pair's question.
 *
 * @param models the models that are asked; none means that of {@link MathscaleConfig}
 */
public record ValidateConfig(List<ModelConfig> models) {
  public ValidateConfig {
    AskedModels.requireDistinct(models);
    models = List.copyOf(models);
  }
}
