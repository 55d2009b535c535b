package io.mathscale.core.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.SparkListenerTaskStart;

/** Knows the running tasks of the stages whose names begin so. */
final class RunningTasks extends SparkListener {
  private final String stageName;
  private final Set<Integer> stages = new HashSet<>();
  private final Set<Long> running = new HashSet<>();
  private int started;

  RunningTasks(String stageName) {
    this.stageName = stageName;
  }

  /** Ids of the tasks that run now. */
  synchronized List<Long> running() {
    return List.copyOf(running);
  }

  /** How many task attempts have started. */
  synchronized int started() {
    return started;
  }

  @Override
  public synchronized void onStageSubmitted(SparkListenerStageSubmitted submitted) {
    if (submitted.stageInfo().name().startsWith(stageName)) {
      stages.add(submitted.stageInfo().stageId());
    }
  }

  @Override
  public synchronized void onTaskStart(SparkListenerTaskStart start) {
    if (stages.contains(start.stageId())) {
      running.add(start.taskInfo().taskId());
      started++;
    }
  }

  @Override
  public synchronized void onTaskEnd(SparkListenerTaskEnd end) {
    running.remove(end.taskInfo().taskId());
  }
}
