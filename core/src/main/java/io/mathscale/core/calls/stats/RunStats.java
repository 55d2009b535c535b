package io.mathscale.core.calls.stats;

import java.util.List;

/**
 * How far a run of a stage is.
 *
 * @param stage name of the stage
 * @param total calls to make
 * @param calls what was done
 * @param executors what each executor has done, those that are gone included
 */
public record RunStats(String stage, long total, CallStats calls, List<ExecutorStats> executors) {
  /** The same with what earlier runs have done. */
  public RunStats after(CallStats before) {
    return new RunStats(stage, total + before.ended(), before.plus(calls), executors);
  }

  /** Calls in flight at the last reports. */
  public long inFlight() {
    return executors.stream().mapToLong(ExecutorStats::inFlight).sum();
  }
}
