package io.mathscale.teacher.server;

import io.vertx.core.MultiMap;
import java.util.function.LongSupplier;

/**
 * Limits requests and tokens a minute as OpenAI does: a bucket of each that holds a minute's worth
 * and fills all the time (https://platform.openai.com/docs/guides/rate-limits). Safe for threads.
 */
public final class Limiter {
  private static final double NANOS_A_MINUTE = 60e9;
  private static final double NANOS_A_MILLI = 1e6;

  private final Bucket requests;
  private final Bucket tokens;

  /**
   * Makes a limiter with full buckets.
   *
   * @param requestsPerMinute the requests a minute, 0 for no limit
   * @param tokensPerMinute the tokens a minute, 0 for no limit
   * @param nanoTime the clock
   */
  public Limiter(long requestsPerMinute, long tokensPerMinute, LongSupplier nanoTime) {
    this.requests = new Bucket("requests", requestsPerMinute, nanoTime);
    this.tokens = new Bucket("tokens", tokensPerMinute, nanoTime);
  }

  /**
   * Takes what a request needs from both buckets, or from neither if one has too little.
   *
   * @param headers where it tells of the limits
   * @throws RefusedException if one has too little
   */
  public synchronized void admit(long neededTokens, MultiMap headers) {
    requests.fill();
    tokens.fill();
    long requestsWait = requests.millisUntil(1);
    long tokensWait = tokens.millisUntil(neededTokens);
    if (requestsWait == 0 && tokensWait == 0) {
      requests.level -= 1;
      tokens.level -= neededTokens;
    }

    requests.tell(headers);
    tokens.tell(headers);
    requests.refuse(requestsWait, headers);
    tokens.refuse(tokensWait, headers);
  }

  /**
   * Returns the milliseconds as OpenAI writes them, such as {@code 12ms}, {@code 1s}, {@code 6m0s}.
   */
  static String duration(long millis) {
    if (millis < 1000) {
      return millis + "ms";
    }

    long seconds = (millis + 999) / 1000;
    String minutes = seconds < 60 ? "" : seconds / 60 % 60 + "m";
    String hours = seconds < 3600 ? "" : seconds / 3600 + "h";
    return hours + minutes + seconds % 60 + "s";
  }

  /** What is left of a limit; without a limit there is always enough. */
  private static final class Bucket {
    private final String name;
    private final long limit;
    private final LongSupplier nanoTime;
    private double level;
    private long filledAt;

    Bucket(String name, long limit, LongSupplier nanoTime) {
      this.name = name;
      this.limit = limit;
      this.nanoTime = nanoTime;
      this.level = limit;
      this.filledAt = nanoTime.getAsLong();
    }

    void fill() {
      long now = nanoTime.getAsLong();
      level = Math.min((double) limit, level + (now - filledAt) * (limit / NANOS_A_MINUTE));
      filledAt = now;
    }

    /** Returns how long it takes until there is so much, 0 if there is. */
    long millisUntil(long wanted) {
      double missing = limit == 0 ? 0 : Math.max(0, wanted - level);
      return (long) Math.ceil(missing * NANOS_A_MINUTE / limit / NANOS_A_MILLI);
    }

    void tell(MultiMap headers) {
      if (limit > 0) {
        headers.set("x-ratelimit-limit-" + name, Long.toString(limit));
        headers.set("x-ratelimit-remaining-" + name, Long.toString((long) Math.max(0, level)));
        headers.set("x-ratelimit-reset-" + name, duration(millisUntil(limit)));
      }
    }

    void refuse(long millis, MultiMap headers) {
      if (millis > 0) {
        headers.set("retry-after-ms", Long.toString(millis));
        headers.set("retry-after", Long.toString((millis + 999) / 1000));
        String message = "Rate limit reached for teacher on " + name + " per min";
        throw new RefusedException(429, message, name, "rate_limit_exceeded");
      }
    }
  }
}
