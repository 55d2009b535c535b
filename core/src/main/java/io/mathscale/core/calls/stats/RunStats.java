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
 * @param waiting whether it waits for the model service, since when and why
 */
public record RunStats(
    String stage, long total, CallStats calls, List<ExecutorStats> executors, Waiting waiting) {
  /** Calls in flight at the last reports. */
  public long inFlight() {
    return executors.stream().mapToLong(ExecutorStats::inFlight).sum();
  }
}
