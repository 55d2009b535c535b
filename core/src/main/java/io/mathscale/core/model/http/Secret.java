package io.mathscale.core.model.http;

import java.util.Objects;

/**
 * A key that must appear nowhere: it prints as stars, and no serialisation includes it (it is not
 * {@link java.io.Serializable} and has no property that Jackson could see).
 */
public final class Secret {
  /** No key: the server asks for none. */
  public static final Secret NONE = new Secret("");

  private static final String MASK = "***";

  private final String value;

  private Secret(String value) {
    this.value = value;
  }

  /**
   * The secret of this value, without the white space around it; {@link #NONE} if nothing is left.
   *
   * @throws IllegalArgumentException if it cannot be the value of a header; the message does not
   *     show it
   */
  public static Secret of(String value) {
    String stripped = Objects.requireNonNull(value, "value must not be null").strip();
    if (!stripped.chars().allMatch(c -> c > ' ' && c <= '~')) {
      throw new IllegalArgumentException("A key must be printable ASCII without white space");
    }

    return stripped.isEmpty() ? NONE : new Secret(stripped);
  }

  /** Whether there is a key. */
  public boolean exists() {
    return !value.isEmpty();
  }

  /** The key itself: for the header of a request and for nothing else. */
  public String reveal() {
    return value;
  }

  /** The text with every appearance of the key masked. */
  public String maskedIn(String text) {
    return value.isEmpty() ? text : text.replace(value, MASK);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret secret && secret.value.equals(value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return value.isEmpty() ? "" : MASK;
  }
}
