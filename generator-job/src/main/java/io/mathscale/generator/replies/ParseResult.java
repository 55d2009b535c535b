package io.mathscale.generator.replies;

import io.mathscale.core.data.RejectionReason;

/**
 * What a reply says, or why it says nothing.
 *
 * @param <T> type of what was asked for
 */
public sealed interface ParseResult<T> {
  /**
   * A reply that says what was asked for.
   *
   * @param value what it says
   * @param <T> type of what was asked for
   */
  record Parsed<T>(T value) implements ParseResult<T> {}

  /**
   * A reply that does not.
   *
   * @param reason why
   * @param detail what was expected and what was found
   */
  record Refused<T>(RejectionReason reason, String detail) implements ParseResult<T> {}

  /**
   * Whether the reply is of no use, so that another may be asked for; a fault of the reader is not
   * the model's.
   */
  default boolean isUseless() {
    return this instanceof Refused<T> refused && refused.reason() != RejectionReason.READER_FAILED;
  }
}
