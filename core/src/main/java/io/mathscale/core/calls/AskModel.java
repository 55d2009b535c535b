package io.mathscale.core.calls;

import io.mathscale.core.calls.journal.JournalFiles;
import io.mathscale.core.calls.limits.Reporter;
import io.mathscale.core.calls.limits.RunStop;
import io.mathscale.core.calls.stats.CallAccumulators;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.fs.Path;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.FlatMapFunction;

/**
 * Asks the model for the calls of a partition that are not known, many at a time, and writes each
 * end to the journal. Calls of equal keys come one after the other; they are asked once. A task
 * tells why its process stopped early, where it keeps limits of its own; the answers leave it by
 * the journal alone.
 *
 * @param run what to know of the run
 * @param ended counts the calls in Spark's UI
 */
record AskModel(RunSettings run, CallAccumulators ended)
    implements FlatMapFunction<Iterator<PlannedCall>, RunStop> {
  private static final Duration CLAIM_WAIT = Duration.ofMillis(200);

  @Override
  public Iterator<RunStop> call(Iterator<PlannedCall> calls) throws Exception {
    if (!calls.hasNext()) {
      return Collections.emptyIterator();
    }

    ExecutorCalls shared = ExecutorCalls.open(run);
    Claim claim = new Claim(shared.plugin(), run);
    TaskCalls attempt = new TaskCalls(shared, ended, () -> giveBack(claim, shared));
    try {
      submitAll(calls, attempt, shared.reporter(), claim.await());
      attempt.awaitAll();
      shared.journal().awaitDurable();
      shared.reporter().send();
      shared.reporter().requireWhole();
      return shared.ownStop().stream().iterator();
    } finally {
      attempt.finish();
    }
  }

  private static void submitAll(
      Iterator<PlannedCall> calls, TaskCalls attempt, Reporter reporter, Set<String> asked)
      throws InterruptedException {
    String last = "";
    while (!reporter.isStopped() && calls.hasNext()) {
      PlannedCall call = calls.next();
      if (!call.isKnown() && !call.key().equals(last) && !asked.contains(call.key())) {
        attempt.submit(call);
      }

      last = call.key();
      attempt.requireWhole();
    }
  }

  private static void giveBack(Claim claim, ExecutorCalls shared) {
    try {
      claim.release();
    } finally {
      shared.close();
    }
  }

  /** The right of a task attempt to ask for the rows of its partition. */
  private static final class Claim {
    private final Optional<CallsExecutor> plugin;
    private final RunSettings run;
    private final TaskContext task = TaskContext.get();

    Claim(Optional<CallsExecutor> plugin, RunSettings run) {
      this.plugin = plugin;
      this.run = run;
    }

    /**
     * Waits while another attempt has it: what that one has asked is not asked again.
     *
     * @return keys that earlier attempts at the partition have asked, in this attempt of the stage
     *     or another
     */
    Set<String> await() throws InterruptedException, IOException {
      if (plugin.isEmpty()) {
        boolean isFirst = task.attemptNumber() == 0 && task.stageAttemptNumber() == 0;
        return isFirst ? Set.of() : asked(List.of());
      }

      PartitionClaims.Answer answer = claim();
      while (!answer.isOwned()) {
        task.killTaskIfInterrupted();
        run.time().sleep(CLAIM_WAIT);
        answer = claim();
      }

      return answer.earlier().isEmpty() ? Set.of() : asked(answer.earlier());
    }

    private PartitionClaims.Answer claim() {
      return plugin.orElseThrow().claim(run.id(), task.partitionId(), task.taskAttemptId());
    }

    private Set<String> asked(List<String> executors) throws IOException {
      Path folder = new Path(run.journal());
      List<String> processes = executors.stream().map(ExecutorCalls::processName).toList();
      return JournalFiles.keys(
          ExecutorCalls.fileSystemOf(folder), folder, processes, task.partitionId());
    }

    void release() {
      plugin.ifPresent(
          driver -> driver.release(run.id(), task.partitionId(), task.taskAttemptId()));
    }
  }
}
