package io.mathscale.core.calls;

import java.io.Serializable;

/**
 * What a task says of itself; the answers themselves leave it by the journal alone.
 *
 * @param stop why this task's process stopped early, where it keeps limits of its own; else empty
 * @param message what the user should know of that
 */
record TaskReport(String stop, String message) implements Serializable {
  /** A task that came to its end. */
  static final TaskReport WHOLE = new TaskReport("", "");

  /** A task that stopped. */
  static TaskReport of(CallRun.Stop stop) {
    return new TaskReport(stop.reason().name(), stop.message());
  }
}
