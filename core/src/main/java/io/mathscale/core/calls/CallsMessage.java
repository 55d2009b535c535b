package io.mathscale.core.calls;

import io.mathscale.core.calls.access.Credentials;
import io.mathscale.core.calls.limits.ExecutorReport;
import io.mathscale.core.calls.limits.Grant;
import io.mathscale.core.calls.limits.RequestEstimate;
import io.mathscale.core.calls.limits.RunState;
import java.io.Serializable;
import java.util.List;

/** What executors say to the driver. */
sealed interface CallsMessage extends Serializable {
  /** The run that it is about. */
  String run();

  /**
   * Permission is asked to send requests; answered by a {@link Grant}.
   *
   * @param run the run
   * @param executor the executor that asks
   * @param wanted what each request may take
   */
  record Lease(String run, String executor, List<RequestEstimate> wanted) implements CallsMessage {}

  /**
   * Requests and calls have ended; answered by a {@link RunState}.
   *
   * @param run the run
   * @param executor the executor that reports
   * @param ended what has ended since its last report
   */
  record Report(String run, String executor, ExecutorReport ended) implements CallsMessage {}

  /**
   * A task attempt wants to ask for the rows of its partition; answered by a {@link
   * PartitionClaims.Answer}.
   *
   * @param run the run
   * @param executor the executor that asks
   * @param partition the partition
   * @param attempt the task attempt, unique in the application
   */
  record Claim(String run, String executor, int partition, long attempt) implements CallsMessage {}

  /**
   * A task attempt no longer asks for the rows of its partition; answered by true.
   *
   * @param run the run
   * @param partition the partition
   * @param attempt the task attempt
   */
  record Release(String run, int partition, long attempt) implements CallsMessage {}

  /**
   * The keys and headers of the endpoints are wanted; answered by {@link Credentials}. They go from
   * memory to memory: no task, table or configuration holds them.
   *
   * @param run the run
   */
  record CredentialsWanted(String run) implements CallsMessage {}
}
