package io.mathscale.teacher.server;

import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

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
   * What the limiter says to a request.
   *
   * @param refusal why the request is refused, empty if it is not
   * @param headers the names and values of the headers that tell of the limits
   */
  public record Decision(Optional<Refusal> refusal, List<Header> headers) {}

  /**
   * Why a request is refused.
   *
   * @param limit which limit it would pass: {@code requests} or {@code tokens}
   * @param retryAfterMillis when it would not pass it any more
   */
  public record Refusal(String limit, long retryAfterMillis) {}

  /**
   * A header of a response.
   *
   * @param name its name
   * @param value its value
   */
  public record Header(String name, String value) {}

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

  /** Returns true if there is any limit. */
  public boolean isActive() {
    return requests.limit > 0 || tokens.limit > 0;
  }

  /** Takes what a request needs from both buckets, or from neither if one has too little. */
  public synchronized Decision admit(long neededTokens) {
    requests.fill();
    tokens.fill();
    Optional<Refusal> refusal = requests.refusal(1).or(() -> tokens.refusal(neededTokens));
    if (refusal.isEmpty()) {
      requests.level -= 1;
      tokens.level -= neededTokens;
    }

    List<Header> headers =
        Stream.of(requests, tokens)
            .filter(bucket -> bucket.limit > 0)
            .flatMap(bucket -> bucket.headers().stream())
            .toList();
    return new Decision(refusal, headers);
  }

  /**
   * Returns the milliseconds as OpenAI writes them, such as {@code 12ms}, {@code 1s}, {@code 6m0s}.
   */
  public static String duration(long millis) {
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

    Optional<Refusal> refusal(long needed) {
      return limit == 0 || level >= needed
          ? Optional.empty()
          : Optional.of(new Refusal(name, millisFor(needed - level)));
    }

    List<Header> headers() {
      return List.of(
          new Header("x-ratelimit-limit-" + name, Long.toString(limit)),
          new Header("x-ratelimit-remaining-" + name, Long.toString((long) Math.max(0, level))),
          new Header("x-ratelimit-reset-" + name, duration(millisFor(limit - level))));
    }

    private long millisFor(double missing) {
      return (long) Math.ceil(missing * NANOS_A_MINUTE / limit / NANOS_A_MILLI);
    }
  }
}
