package io.mathscale.teacher;

import java.time.Duration;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long an answer takes: a duration that is even between two bounds, times a log-normal factor
 * whose median is 1.
 *
 * @param low the least duration before the factor
 * @param high the greatest duration before the factor, equal to {@code low} where it is fixed
 * @param sigma the standard deviation of the logarithm of the factor, 0 for no factor
 */
public record Latency(Duration low, Duration high, double sigma) {
  /** No wait. */
  public static final Latency NONE = fixed(Duration.ZERO);

  private static final Pattern DURATION = Pattern.compile("(\\d+(?:\\.\\d+)?)(ms|s|m)");
  private static final Map<String, Integer> MILLIS = Map.of("ms", 1, "s", 1000, "m", 60_000);
  private static final Pattern LOGNORMAL =
      Pattern.compile("lognormal:median=([^,]+),sigma=(\\d+(?:\\.\\d+)?)");
  private static final Pattern UNIFORM = Pattern.compile("uniform:([^-]+)-([^-]+)");

  /** Checks that the bounds are in order. */
  public Latency {
    if (low.isNegative() || high.compareTo(low) < 0) {
      throw new IllegalArgumentException(
          "Latency must go from at least 0 up: " + low + " to " + high);
    }
  }

  /** Returns the latency that is always the same. */
  public static Latency fixed(Duration duration) {
    return new Latency(duration, duration, 0);
  }

  /**
   * Reads {@code 200ms}, {@code uniform:100ms-300ms} or {@code lognormal:median=200ms,sigma=0.5}.
   *
   * @throws IllegalArgumentException if it is none of these
   */
  public static Latency parse(String text) {
    Matcher lognormal = LOGNORMAL.matcher(text);
    if (lognormal.matches()) {
      Duration median = duration(lognormal.group(1));
      return new Latency(median, median, Double.parseDouble(lognormal.group(2)));
    }

    Matcher uniform = UNIFORM.matcher(text);
    if (uniform.matches()) {
      return new Latency(duration(uniform.group(1)), duration(uniform.group(2)), 0);
    }

    return fixed(duration(text));
  }

  /** Returns the milliseconds to wait: a function of the hash. */
  long millis(long hash) {
    SplittableRandom random = new SplittableRandom(hash);
    double even = low.toMillis() + random.nextDouble() * high.minus(low).toMillis();
    return Math.round(even * Math.exp(sigma * random.nextGaussian()));
  }

  private static Duration duration(String text) {
    Matcher matcher = DURATION.matcher(text.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException("Duration must be like 200ms, 1.5s or 2m: " + text);
    }

    double number = Double.parseDouble(matcher.group(1));
    return Duration.ofMillis(Math.round(number * MILLIS.get(matcher.group(2))));
  }
}
