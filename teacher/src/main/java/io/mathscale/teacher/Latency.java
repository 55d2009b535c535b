package io.mathscale.teacher;

import io.mathscale.teacher.server.Hashes;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long an answer takes.
 *
 * @param shape how the durations are spread
 * @param low the fixed duration, the median or the least duration, by shape
 * @param high the greatest duration of the uniform shape, else equal to {@code low}
 * @param sigma the standard deviation of the logarithm of the log-normal shape, else 0
 */
public record Latency(Shape shape, Duration low, Duration high, double sigma) {
  /** No wait. */
  public static final Latency NONE = fixed(Duration.ZERO);

  private static final Pattern DURATION = Pattern.compile("(\\d+(?:\\.\\d+)?)(ms|s|m)");
  private static final Pattern LOGNORMAL =
      Pattern.compile("lognormal:median=([^,]+),sigma=(\\d+(?:\\.\\d+)?)");
  private static final Pattern UNIFORM = Pattern.compile("uniform:([^-]+)-([^-]+)");

  /** How durations are spread. */
  public enum Shape {
    /** Always the same. */
    FIXED,
    /** Log-normal about a median. */
    LOGNORMAL,
    /** Even between two bounds. */
    UNIFORM
  }

  /** Checks that the bounds are in order. */
  public Latency {
    if (low.isNegative() || high.compareTo(low) < 0) {
      throw new IllegalArgumentException(
          "Latency must go from at least 0 up: " + low + " to " + high);
    }
  }

  /** Returns the latency that is always the same. */
  public static Latency fixed(Duration duration) {
    return new Latency(Shape.FIXED, duration, duration, 0);
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

      return new Latency(Shape.LOGNORMAL, median, median, Double.parseDouble(lognormal.group(2)));
    }

    Matcher uniform = UNIFORM.matcher(text);

    if (uniform.matches()) {
      return new Latency(Shape.UNIFORM, duration(uniform.group(1)), duration(uniform.group(2)), 0);
    }

    return fixed(duration(text));
  }

  /** Returns the milliseconds to wait: a function of the hash. */
  long millis(long hash) {
    return switch (shape) {
      case FIXED -> low.toMillis();
      case UNIFORM -> Math.round(low.toMillis() + Hashes.unit(hash) * high.minus(low).toMillis());
      case LOGNORMAL -> Math.round(low.toMillis() * Math.exp(sigma * normal(hash)));
    };
  }

  /** Returns a standard normal number (Box and Muller, 1958). */
  private static double normal(long hash) {
    double radius = Math.sqrt(-2 * Math.log(1 - Hashes.unit(hash)));

    return radius * Math.cos(2 * Math.PI * Hashes.unit(Hashes.mix(hash, 1)));
  }

  private static Duration duration(String text) {
    Matcher matcher = DURATION.matcher(text.strip());

    if (!matcher.matches()) {
      throw new IllegalArgumentException("Duration must be like 200ms, 1.5s or 2m: " + text);
    }

    double number = Double.parseDouble(matcher.group(1));
    double millis =
        switch (matcher.group(2)) {
          case "ms" -> number;
          case "s" -> number * 1000;
          default -> number * 60_000;
        };

    return Duration.ofMillis(Math.round(millis));
  }
}
