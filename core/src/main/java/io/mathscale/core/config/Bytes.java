package io.mathscale.core.config;

/**
 * A size in memory or on disk; written with a unit, as in {@code 64KiB}.
 *
 * @param count bytes
 */
public record Bytes(long count) implements java.io.Serializable {
  public Bytes {
    Check.atLeast("size", 1, count);
  }
}
