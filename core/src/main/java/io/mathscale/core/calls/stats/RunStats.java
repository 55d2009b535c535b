package io.mathscale.core.calls.stats;

import io.mathscale.core.calls.outage.Waiting;
import java.util.List;

/**
 * How far a run of a stage is.
 *
 * @param stage name of the stage
 * @param total calls to make
 * @param calls what was done
 * @param executors what each executor has done, those that are gone included
 * @param perSecond calls that ended a second, over the last minute
 * @param waiting whether it waits for the model service, since when and why
 */
public record RunStats(
    String stage,
    long total,
    CallStats calls,
    List<ExecutorStats> executors,
    double perSecond,
    Waiting waiting) {
  /** The same with what earlier runs have done. */
  public RunStats after(CallStats before) {
    return new RunStats(
        stage, total + before.ended(), before.plus(calls), executors, perSecond, waiting);
  }

  /** Calls in flight at the last reports. */
  public long inFlight() {
    return executors.stream().mapToLong(ExecutorStats::inFlight).sum();
  }

  /** Calls that have ended. */
  long done() {
    return calls.ended();
  }

  /** The part of the calls that has ended, in percent. */
  double percent() {
    return total == 0 ? 100.0 : 100.0 * done() / total;
  }

  /** Seconds until the end, at the rate of the last minute; negative where nobody can tell. */
  double secondsLeft() {
    if (done() >= total) {
      return 0;
    }

    return perSecond == 0 ? -1 : (total - done()) / perSecond;
  }
}
