package io.mathscale.core.calls;

import io.mathscale.core.calls.journal.JournalFiles;
import io.mathscale.core.calls.journal.JournalWriter;
import io.mathscale.core.calls.limits.Reporter;
import io.mathscale.core.calls.limits.RunStop;
import io.mathscale.core.calls.stats.CallAccumulators;
import io.mathscale.core.time.TimeSource;
import java.time.Duration;
import java.util.Collections;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.deploy.SparkHadoopUtil;

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

    Configuration hadoop = SparkHadoopUtil.get().newConfiguration(SparkEnv.get().conf());
    Path folder = new Path(run.journal());
    FileSystem fileSystem = folder.getFileSystem(hadoop);
    String name = "part-%05d".formatted(TaskContext.get().partitionId());
    JournalWriter journal = new JournalWriter(fileSystem, folder, name, run.time()::nanos);
    ExecutorCalls shared = ExecutorCalls.open(run);
    Claim claim = new Claim(shared.plugin(), run.id(), run.time());
    TaskCalls attempt = new TaskCalls(shared, journal, ended, () -> giveBack(claim, shared));
    try {
      claim.await();
      // What an earlier attempt at this partition has asked, in this attempt of the stage or
      // another.
      submitAll(calls, attempt, shared.reporter(), JournalFiles.keys(fileSystem, folder, name));
      attempt.awaitAll();
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
    private final String run;
    private final TimeSource time;
    private final TaskContext task = TaskContext.get();

    Claim(Optional<CallsExecutor> plugin, String run, TimeSource time) {
      this.plugin = plugin;
      this.run = run;
      this.time = time;
    }

    /** Waits while another attempt has it: what that one has asked is not asked again. */
    void await() throws InterruptedException {
      if (plugin.isEmpty()) {
        return;
      }

      while (!plugin.get().claim(run, task.partitionId(), task.taskAttemptId())) {
        task.killTaskIfInterrupted();
        time.sleep(CLAIM_WAIT);
      }
    }

    void release() {
      plugin.ifPresent(driver -> driver.release(run, task.partitionId(), task.taskAttemptId()));
    }
  }
}
