package io.mathscale.core.command;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.apache.spark.SparkUserAppException;

/**
 * Commands of several jobs, one after the other in one Spark application: submitted with the jars
 * of all jobs on its class path.
 */
public final class PipelineJob implements Job {
  /** Runs the commands that the arguments name; see {@link JobCommandLine#run}. */
  public static void main(String[] args) throws SparkUserAppException {
    JobCommandLine.of(new PipelineJob()).run(args);
  }

  @Override
  public String name() {
    return "mathscale";
  }

  @Override
  public List<JobCommand> commands() {
    List<JobCommand> commands = new ArrayList<>();
    for (Job job : ServiceLoader.load(Job.class, Thread.currentThread().getContextClassLoader())) {
      commands.addAll(job.commands());
    }

    return commands;
  }
}
