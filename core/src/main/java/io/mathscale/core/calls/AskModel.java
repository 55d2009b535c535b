package io.mathscale.core.calls;

import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.apache.spark.util.LongAccumulator;

/**
 * Asks the model for the calls of a partition, many at a time, and writes each end to the journal.
 * The calls come sorted by key; equal keys are asked once.
 *
 * @param run what to know of the run
 * @param completed counts answered calls in Spark's UI
 * @param failed counts failed calls in Spark's UI
 */
record AskModel(RunSpec run, LongAccumulator completed, LongAccumulator failed)
    implements MapPartitionsFunction<Call, TaskReport> {
  private static final long CLAIM_WAIT_MILLIS = 200;

  @Override
  public Iterator<TaskReport> call(Iterator<Call> calls) throws Exception {
    if (!calls.hasNext()) {
      return List.of(new TaskReport(0, 0, "", "")).iterator();
    }

    try (ExecutorCalls shared = ExecutorCalls.open(run)) {
      claim(shared);
      try {
        return List.of(ask(calls, shared)).iterator();
      } finally {
        release(shared);
      }
    }
  }

  private TaskReport ask(Iterator<Call> calls, ExecutorCalls shared) throws Exception {
    TaskContext task = TaskContext.get();
    Configuration hadoop = SparkHadoopUtil.get().newConfiguration(SparkEnv.get().conf());
    Path folder = new Path(run.journal());
    FileSystem fileSystem = folder.getFileSystem(hadoop);
    String name = "part-%05d".formatted(task.partitionId());
    // What an earlier attempt at this partition has asked, in this attempt of the stage or another.
    Set<String> asked = JournalFiles.keys(fileSystem, folder, name);
    JournalWriter journal = new JournalWriter(fileSystem, folder, name, System::nanoTime);
    shared.flushing(journal);
    TaskCalls window = new TaskCalls(shared, journal);
    try {
      String last = "";
      while (!shared.reports().isStopped() && calls.hasNext()) {
        Call call = calls.next();
        if (!call.key().equals(last) && !asked.contains(call.key())) {
          window.submit(call);
        }

        last = call.key();
        window.requireWhole();
      }

      window.awaitAll();
    } finally {
      window.finish();
      completed.add(window.completed());
      failed.add(window.failed());
    }

    shared.reports().send();
    shared.reports().requireWhole();
    CallRun.Stop stop = shared.ownStop().orElse(null);
    return new TaskReport(
        window.completed(),
        window.failed(),
        stop == null ? "" : stop.reason().name(),
        stop == null ? "" : stop.message());
  }

  /** Waits while another attempt of this task is alive: what it has asked is not asked again. */
  private void claim(ExecutorCalls shared) throws InterruptedException {
    if (shared.plugin().isEmpty()) {
      return;
    }

    TaskContext task = TaskContext.get();
    while (!shared.plugin().get().claim(run.id(), task.partitionId(), task.taskAttemptId())) {
      task.killTaskIfInterrupted();
      Thread.sleep(CLAIM_WAIT_MILLIS);
    }
  }

  private void release(ExecutorCalls shared) {
    TaskContext task = TaskContext.get();
    shared
        .plugin()
        .ifPresent(plugin -> plugin.release(run.id(), task.partitionId(), task.taskAttemptId()));
  }
}
