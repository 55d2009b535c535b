package io.mathscale.core.model;

import java.util.List;
import java.util.Objects;

/**
 * What the model answered.
 *
 * @param content the answer, without the reasoning that led to it
 * @param reasoning what a reasoning model thought first; empty if it shows nothing
 * @param finishReason why the answer ended, in the server's words ({@code stop}, {@code length},
 *     …); empty if it does not say
 * @param usage tokens of all tries that were charged
 * @param model the model that answered, by the server's own name for it
 * @param limits what the server says about its rate limits
 * @param tries how often the request was sent, at least 1
 */
public record ChatReply(
    String content,
    String reasoning,
    String finishReason,
    Usage usage,
    String model,
    ServerLimits limits,
    int tries) {
  /** The finish reason of an answer that was cut at its limit of tokens. */
  public static final String LENGTH = "length";

  /** The finish reason of an answer that came to its end, or to a stop string. */
  private static final String STOP = "stop";

  /**
   * Checks the components.
   *
   * @throws IllegalArgumentException if there is no try
   */
  public ChatReply {
    Objects.requireNonNull(content, "content must not be null");
    Objects.requireNonNull(reasoning, "reasoning must not be null");
    Objects.requireNonNull(finishReason, "finishReason must not be null");
    Objects.requireNonNull(usage, "usage must not be null");
    Objects.requireNonNull(model, "model must not be null");
    Objects.requireNonNull(limits, "limits must not be null");
    if (tries < 1) {
      throw new IllegalArgumentException("tries must be at least 1: " + tries);
    }
  }

  /**
   * What the model answered at the first try.
   *
   * @param content the answer, without the reasoning that led to it
   * @param reasoning what a reasoning model thought first; empty if it shows nothing
   * @param finishReason why the answer ended, in the server's words; empty if it does not say
   * @param usage tokens that were charged
   * @param model the model that answered, by the server's own name for it
   * @param limits what the server says about its rate limits
   */
  public ChatReply(
      String content,
      String reasoning,
      String finishReason,
      Usage usage,
      String model,
      ServerLimits limits) {
    this(content, reasoning, finishReason, usage, model, limits, 1);
  }

  /** Whether the answer was truncated at its limit of tokens. */
  public boolean isTruncated() {
    return finishReason.equals(LENGTH);
  }

  /** The same reply, whose finish reason says that it was truncated. */
  public ChatReply truncated() {
    return isTruncated()
        ? this
        : new ChatReply(content, reasoning, LENGTH, usage, model, limits, tries);
  }

  /**
   * The same reply as from a service that stops before the first of some texts: an answer that held
   * one and went on to its limit of tokens was not truncated.
   */
  public ChatReply cutAt(List<String> stops) {
    int end = content.length();
    for (String stop : stops) {
      int start = content.indexOf(stop);
      end = start < 0 ? end : Math.min(end, start);
    }

    return end == content.length()
        ? this
        : new ChatReply(content.substring(0, end), reasoning, STOP, usage, model, limits, tries);
  }

  /** The same reply, received after so many tries. */
  public ChatReply withTries(int count) {
    return new ChatReply(content, reasoning, finishReason, usage, model, limits, count);
  }

  /** The same reply with another count of its tokens. */
  public ChatReply withUsage(Usage counted) {
    return new ChatReply(content, reasoning, finishReason, counted, model, limits, tries);
  }
}
