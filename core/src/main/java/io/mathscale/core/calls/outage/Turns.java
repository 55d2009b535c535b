package io.mathscale.core.calls.outage;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;

/** Where calls wait for leave to be made, first come, first served. Thread-safe. */
final class Turns {
  private final Deque<CompletableFuture<Void>> waiters = new ArrayDeque<>();
  private boolean isOpen;
  private boolean isEnded;
  private long granted;

  /** Calls that wait. */
  synchronized long waiting() {
    return waiters.size();
  }

  /**
   * Takes a place in the queue.
   *
   * @return done when it is the call's turn, or no more calls are made
   */
  synchronized CompletableFuture<Void> queue() {
    CompletableFuture<Void> turn = new CompletableFuture<>();
    if (isOpen || isEnded) {
      turn.complete(null);
    } else if (granted > 0) {
      granted--;
      turn.complete(null);
    } else {
      waiters.addLast(turn);
    }

    return turn;
  }

  /**
   * Lets calls through.
   *
   * @param lettingAll whether all may be made, from now on
   * @param more where not: how many more may be
   */
  synchronized void update(boolean lettingAll, long more) {
    isOpen = lettingAll;
    granted = lettingAll ? 0 : granted + more;
    while (!waiters.isEmpty() && (isOpen || isEnded || granted > 0)) {
      granted = Math.max(0, granted - 1);
      waiters.removeFirst().complete(null);
    }
  }

  /** Nobody waits any more. */
  synchronized void end() {
    isEnded = true;
    update(isOpen, 0);
  }
}
