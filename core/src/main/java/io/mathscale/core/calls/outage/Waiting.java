package io.mathscale.core.calls.outage;

import java.time.Duration;

/**
 * That a run waits for the model service.
 *
 * @param time how long it has waited; zero if it does not wait
 * @param why what the service, or the way to it, said last
 */
public record Waiting(Duration time, String why) {
  /** The run does not wait. */
  public static final Waiting NONE = new Waiting(Duration.ZERO, "");

  /** Whether the run waits. */
  public boolean isWaiting() {
    return !time.isZero();
  }
}
