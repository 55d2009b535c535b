package io.mathscale.grader.arithmetic;

import java.math.BigDecimal;

/** Pseudorandom values of variables, the same on every machine. */
public final class RandomPoints {
  private RandomPoints() {}

  /** An integer from 0 to 2^62 − 1 for this variable at this point. */
  public static long longAt(String variable, int point) {
    long hash = 0x9E3779B97F4A7C15L * (point + 1);
    for (int i = 0; i < variable.length(); i++) {
      hash = mix(hash ^ variable.charAt(i));
    }
    return mix(hash) >>> 2;
  }

  /** A number with sixteen decimal places between the bounds for this variable at this point. */
  static BigDecimal decimalAt(String variable, int point, double low, double high) {
    return BigDecimal.valueOf(billionthsAt(variable, point, low, high), 9)
        .add(BigDecimal.valueOf(lastPlacesAt(variable, point), 16));
  }

  /** The same number, rounded to a double a few times. */
  static double doubleAt(String variable, int point, double low, double high) {
    return billionthsAt(variable, point, low, high) / 1e9 + lastPlacesAt(variable, point) / 1e16;
  }

  private static long billionthsAt(String variable, int point, double low, double high) {
    double unit = (longAt(variable, point) >>> 9) * 0x1p-53;
    return Math.round((low + unit * (high - low)) * 1e9);
  }

  private static long lastPlacesAt(String variable, int point) {
    return longAt(variable, point + 1000) % 10_000_000 + 1;
  }

  /** The finaliser of SplitMix64 (Steele, Lea, Flood 2014). */
  private static long mix(long value) {
    long z = value + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
