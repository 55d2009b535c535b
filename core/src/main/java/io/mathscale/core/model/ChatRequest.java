package io.mathscale.core.model;

import io.mathscale.core.data.Message;
import java.util.List;
import java.util.Objects;

/**
 * A conversation that the model is to answer, and how.
 *
 * @param messages the conversation so far, at least one message
 * @param sampling how the answer is sampled
 * @param seed the seed sent with the request, or null to send none
 */
public record ChatRequest(List<Message> messages, Sampling sampling, Long seed) {
  /**
   * Checks the components.
   *
   * @throws IllegalArgumentException if there is no message
   */
  public ChatRequest {
    messages = List.copyOf(messages);
    Objects.requireNonNull(sampling, "sampling must not be null");
    if (messages.isEmpty()) {
      throw new IllegalArgumentException("messages must not be empty: []");
    }
  }

  /** The same request with another limit of tokens. */
  public ChatRequest withMaxTokens(int tokens) {
    return new ChatRequest(messages, sampling.withMaxTokens(tokens), seed);
  }
}
