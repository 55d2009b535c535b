package io.mathscale.graph;

import io.mathscale.core.command.Job;
import io.mathscale.core.command.JobCommand;
import io.mathscale.core.command.JobCommandLine;
import java.util.List;
import org.apache.spark.SparkUserAppException;

/** From the concepts of the seeds to the concept graph and its compositions. */
public final class GraphJob implements Job {
  /** Runs one or more of the commands; see {@link JobCommandLine#run}. */
  public static void main(String[] args) throws SparkUserAppException {
    JobCommandLine.of(new GraphJob()).run(args);
  }

  @Override
  public String name() {
    return "graph-job";
  }

  @Override
  public List<JobCommand> commands() {
    return List.of(new Build(), new Compose());
  }
}
