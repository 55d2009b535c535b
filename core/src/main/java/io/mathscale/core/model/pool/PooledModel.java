package io.mathscale.core.model.pool;

import io.mathscale.core.model.ChatModel;
import java.util.Objects;

/**
 * A model in a pool.
 *
 * @param weight its share of the calls relative to the others, above 0
 * @param limits its limits for this process
 * @param model what is asked; the pool closes it
 */
public record PooledModel(double weight, EndpointLimits limits, ChatModel model) {
  /**
   * Checks the components.
   *
   * @throws IllegalArgumentException if the weight is not above 0 and finite
   */
  public PooledModel {
    Objects.requireNonNull(limits, "limits must not be null");
    Objects.requireNonNull(model, "model must not be null");
    if (!(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("weight must be above 0 and finite: " + weight);
    }
  }
}
