package io.mathscale.generator;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.SparkContext;
import org.apache.spark.TaskKilled;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.SparkListenerTaskStart;

/** Kills one running task of each stage, as the death of an executor does, so that it runs anew. */
final class LoseTasks extends SparkListener {
  private final SparkContext context;
  private final Set<Integer> stages = ConcurrentHashMap.newKeySet();
  private final AtomicInteger lost = new AtomicInteger();

  LoseTasks(SparkContext context) {
    this.context = context;
  }

  @Override
  public void onTaskStart(SparkListenerTaskStart start) {
    if (stages.add(start.stageId())) {
      context.killTaskAttempt(start.taskInfo().taskId(), true, "a test loses it");
    }
  }

  @Override
  public void onTaskEnd(SparkListenerTaskEnd end) {
    if (end.reason() instanceof TaskKilled) {
      lost.incrementAndGet();
    }
  }

  int lostTasks() {
    return lost.get();
  }
}
