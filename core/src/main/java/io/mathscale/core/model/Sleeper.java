package io.mathscale.core.model;

import java.time.Duration;

/** Waits for a duration; injected, so that tests need not wait. */
public interface Sleeper {
  /**
   * Returns after the duration.
   *
   * @throws InterruptedException if the thread was interrupted before
   */
  void sleep(Duration duration) throws InterruptedException;

  /**
   * Returns after the duration, before a request is made again.
   *
   * @param duration how long to wait
   * @param reason the failure for which it is made again
   * @throws StoppedException if the thread was interrupted before; it stays interrupted
   */
  default void pause(Duration duration, ModelException reason) {
    try {
      sleep(duration);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new StoppedException("Stopped while waiting to ask again", reason);
    }
  }
}
