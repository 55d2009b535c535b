package io.mathscale.core.model;

import java.time.Duration;

/** Waits. */
public interface Sleeper {
  /** Lets the calling thread sleep. */
  Sleeper OF_THREAD =
      duration -> Thread.sleep(duration.toMillis(), duration.toNanosPart() % 1_000_000);

  /**
   * Returns after the duration.
   *
   * @throws InterruptedException if the thread was interrupted before
   */
  void sleep(Duration duration) throws InterruptedException;

  /**
   * Returns after the duration, before the same is asked again.
   *
   * @param reason why it is asked again
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
