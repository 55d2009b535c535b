package io.mathscale.graph;

import io.mathscale.core.command.JobLine;
import org.apache.spark.SparkUserAppException;

/** From the concepts of the seeds to the concept graph and its compositions. */
public final class GraphJob {
  private GraphJob() {}

  /** Runs {@code build} and {@code compose}; see {@link JobLine#run}. */
  public static void main(String[] args) throws SparkUserAppException {
    JobLine.of("graph-job", new Build(), new Compose()).run(args);
  }
}
