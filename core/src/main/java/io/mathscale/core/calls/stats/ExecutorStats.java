package io.mathscale.core.calls.stats;

/**
 * An executor's part of a run.
 *
 * @param executor its identity
 * @param calls what it has done
 * @param inFlight calls in flight at its last report
 */
public record ExecutorStats(String executor, CallStats calls, long inFlight) {}
