package io.mathscale.generator.replies;

import io.mathscale.core.data.RejectionReason;
import java.util.function.Function;

/** Reads a reply so that a fault of the reader costs that reply alone. */
final class GuardedReader {
  private GuardedReader() {}

  /** What the reader makes of the reply, or that it failed. */
  static <T> ParseResult<T> read(String reply, Function<String, ParseResult<T>> reader) {
    try {
      return reader.apply(reply);
    } catch (RuntimeException | StackOverflowError e) {
      // Whatever it is, a stage that has paid for days of answers must not end by one of them.
      return new ParseResult.Refused<>(RejectionReason.READER_FAILED, detail(e));
    }
  }

  /** What went wrong, and where. */
  static String detail(Throwable fault) {
    String place = fault.getStackTrace().length == 0 ? "" : " at " + fault.getStackTrace()[0];
    return "the reader of replies must not fail: " + fault + place;
  }
}
