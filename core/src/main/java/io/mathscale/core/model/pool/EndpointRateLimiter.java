package io.mathscale.core.model.pool;

import io.mathscale.core.data.Message;
import io.mathscale.core.model.ChatRequest;
import io.mathscale.core.model.TokenBucket;
import io.mathscale.core.model.Usage;

/**
 * Holds the calls to an endpoint to its limits. A call takes the tokens that are expected of it
 * when it begins; they are corrected to the true number when it is answered. Not thread-safe.
 */
final class EndpointRateLimiter {
  /** Until so many answers are known, each is expected to be as long as allowed. */
  private static final int ANSWERS_KNOWN = 20;

  /**
   * Characters of a token.
   *
   * @see <a
   *     href="https://help.openai.com/en/articles/4936856-what-are-tokens-and-how-to-count-them">What
   *     are tokens and how to count them</a>
   */
  private static final int CHARACTERS_A_TOKEN = 4;

  private final TokenBucket requests;
  private final TokenBucket tokens;
  private long answers;
  private long answerTokens;

  /** A limiter that has let no call through yet. */
  EndpointRateLimiter(EndpointLimits limits, long now) {
    this.requests = new TokenBucket(limits.requestsPerMinute(), now);
    this.tokens = new TokenBucket(limits.tokensPerMinute(), now);
  }

  /** Nanoseconds until a call may begin; 0 if one may now. */
  long nanosUntilReady(long now) {
    return Math.max(requests.nanosUntilReady(now), tokens.nanosUntilReady(now));
  }

  /**
   * A call begins.
   *
   * @return tokens that it is expected to take
   */
  double take(ChatRequest request) {
    double expected = promptTokens(request) + answerTokens(request);
    requests.take(1);
    tokens.take(expected);
    return expected;
  }

  /** A call was answered that was expected to take so many tokens. */
  void answered(double expected, Usage usage) {
    if (usage.reported()) {
      answers++;
      answerTokens += usage.outputTokens();
      tokens.correct(usage.inputTokens() + usage.outputTokens() - expected);
    }
  }

  private static double promptTokens(ChatRequest request) {
    return request.messages().stream().map(Message::content).mapToInt(String::length).sum()
        / (double) CHARACTERS_A_TOKEN;
  }

  private double answerTokens(ChatRequest request) {
    int most = request.sampling().maxTokens();
    return answers < ANSWERS_KNOWN ? most : Math.min(most, (double) answerTokens / answers);
  }
}
