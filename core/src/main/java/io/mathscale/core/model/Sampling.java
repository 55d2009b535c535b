package io.mathscale.core.model;

import java.util.List;
import java.util.Optional;

/**
 * How the model samples its answer.
 *
 * @param temperature from 0, which takes the likeliest token, to 2
 * @param topP probability mass from which tokens are drawn, above 0 and at most 1
 * @param maxTokens most tokens that an answer may have, reasoning included
 * @param stop texts that end an answer
 * @param jsonSchema the JSON schema, as JSON text, that the answer must follow; empty for free text
 */
public record Sampling(
    double temperature, double topP, int maxTokens, List<String> stop, String jsonSchema) {
  /**
   * Checks the components.
   *
   * @throws IllegalArgumentException if a component is out of its range, or the schema is no JSON
   *     object
   */
  public Sampling {
    if (!(temperature >= 0 && temperature <= 2)) {
      throw new IllegalArgumentException("temperature must be between 0 and 2: " + temperature);
    }

    if (!(topP > 0 && topP <= 1)) {
      throw new IllegalArgumentException("topP must be above 0 and at most 1: " + topP);
    }

    if (maxTokens < 1) {
      throw new IllegalArgumentException("maxTokens must be at least 1: " + maxTokens);
    }

    stop = List.copyOf(stop);
    if (!jsonSchema.isEmpty() && Json.objectIn(jsonSchema) == null) {
      throw new IllegalArgumentException("jsonSchema must be a JSON object: " + jsonSchema);
    }
  }

  /** Free text at a temperature, with nothing else asked for. */
  public static Sampling of(double temperature, int maxTokens) {
    return new Sampling(temperature, 1, maxTokens, List.of(), "");
  }

  /**
   * What users are told where a question is asked more than once at temperature 0, which gives the
   * same answer each time but for chance in the service; empty elsewhere.
   *
   * @param times so often is a question asked, at the most
   * @param setting the key that says so
   */
  public Optional<String> copiesWarning(int times, String setting) {
    return temperature > 0 || times < 2
        ? Optional.empty()
        : Optional.of(
            "WARNING: at temperature 0 a model gives one answer again and again; %s = %d pays for each"
                .formatted(setting, times));
  }

  /** The same, with another limit of tokens. */
  public Sampling withMaxTokens(int tokens) {
    return new Sampling(temperature, topP, tokens, stop, jsonSchema);
  }
}
