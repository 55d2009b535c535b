package io.mathscale.core.model;

import io.mathscale.core.data.FailureCause;
import io.mathscale.core.data.Message;
import java.time.Duration;
import java.util.List;

/** Requests, replies and failures for tests. */
public final class Samples {
  /** What ten tokens in and two out are. */
  public static final Usage USAGE = new Usage(10, 0, 2, true);

  private Samples() {}

  /** A question with at most 64 tokens for its answer. */
  public static ChatRequest request() {
    return new ChatRequest(
        List.of(Message.user("How much is two plus two?")), Sampling.of(0, 64), null);
  }

  /** A whole answer. */
  public static ChatReply reply(String content) {
    return reply(content, "stop");
  }

  /** An answer that ended for this reason. */
  public static ChatReply reply(String content, String finishReason) {
    return new ChatReply(content, "", finishReason, USAGE, "model", ServerLimits.NONE);
  }

  /** A failure that passes. */
  public static ModelUnavailableException unavailable(FailureCause cause, Duration retryAfter) {
    return new ModelUnavailableException(
        cause, 503, "HTTP 503", retryAfter, ServerLimits.NONE, null);
  }

  /** A refusal of the key. */
  public static ModelRefusedException refused() {
    return new ModelRefusedException(FailureCause.KEY_REFUSED, 401, "HTTP 401", null);
  }
}
