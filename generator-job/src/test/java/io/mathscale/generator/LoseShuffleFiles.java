package io.mathscale.generator;

import java.io.File;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.SparkEnv;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageCompleted;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import scala.jdk.javaapi.CollectionConverters;

/** Deletes the shuffle files that there are, some times, so that stages must be done again. */
final class LoseShuffleFiles extends SparkListener {
  private static final int TIMES = 2;

  private final AtomicInteger losses = new AtomicInteger();
  private final AtomicInteger repeated = new AtomicInteger();

  @Override
  public void onStageCompleted(SparkListenerStageCompleted completed) {
    if (losses.get() < TIMES) {
      List<File> files =
          CollectionConverters.asJava(
              SparkEnv.get().blockManager().diskBlockManager().getAllFiles());
      long lost =
          files.stream()
              .filter(file -> file.getName().startsWith("shuffle_") && file.delete())
              .count();
      if (lost > 0) {
        losses.incrementAndGet();
      }
    }
  }

  @Override
  public void onStageSubmitted(SparkListenerStageSubmitted submitted) {
    if (submitted.stageInfo().attemptNumber() > 0) {
      repeated.incrementAndGet();
    }
  }

  int repeatedStages() {
    return repeated.get();
  }
}
