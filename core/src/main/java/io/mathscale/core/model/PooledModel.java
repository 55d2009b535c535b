package io.mathscale.core.model;

import java.util.Objects;

/**
 * A model in a pool.
 *
 * @param weight its share of the calls, above 0
 * @param requestsPerMinute the most that it is asked in this process; 0 for no limit
 * @param model what is asked; the pool closes it
 */
public record PooledModel(double weight, double requestsPerMinute, ChatModel model) {
  public PooledModel {
    Objects.requireNonNull(model, "model must not be null");
    if (!(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("weight must be above 0 and finite: " + weight);
    }

    if (!(requestsPerMinute >= 0 && requestsPerMinute < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "requestsPerMinute must be at least 0 and finite: " + requestsPerMinute);
    }
  }
}
