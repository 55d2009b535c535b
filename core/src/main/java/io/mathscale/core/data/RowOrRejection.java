package io.mathscale.core.data;

import io.mathscale.core.encoder.RecordEncoders;
import org.apache.spark.sql.Encoder;

/**
 * What became of a row that a command read or asked about: a value, or else a rejection. Exactly
 * one of the two is there.
 *
 * @param value the value; null where the row is rejected
 * @param rejected why there is no value; null where there is one
 * @param <T> type of the value
 */
public record RowOrRejection<T>(T value, Rejected rejected) {
  /** Column of the value. */
  public static final String VALUE = "value";

  /** Column of the rejection. */
  public static final String REJECTED = "rejected";

  /** Checks that there is a value or a rejection, and not both. */
  public RowOrRejection {
    if ((value == null) == (rejected == null)) {
      throw new IllegalArgumentException(
          "a row must have a value or a rejection: %s and %s".formatted(value, rejected));
    }
  }

  /** A good row. */
  public static <T> RowOrRejection<T> of(T value) {
    return new RowOrRejection<>(value, null);
  }

  /** A rejected row. */
  public static <T> RowOrRejection<T> rejected(Rejected rejected) {
    return new RowOrRejection<>(null, rejected);
  }

  /** Whether there is a value. */
  public boolean isGood() {
    return value != null;
  }

  /**
   * Rows of this type: the columns {@code value} and {@code rejected}.
   *
   * @param value encoder of the value
   */
  public static <T> Encoder<RowOrRejection<T>> encoder(Encoder<T> value) {
    return RecordEncoders.of(RowOrRejection.class, value);
  }
}
