package io.mathscale.generator;

import io.mathscale.core.command.Job;
import io.mathscale.core.command.JobCommand;
import io.mathscale.core.command.JobCommandLine;
import java.util.List;
import org.apache.spark.SparkUserAppException;

/** Makes training data from seed questions with the help of a teacher. */
public final class GeneratorJob implements Job {
  /** Runs one or more of the commands; see {@link JobCommandLine#run}. */
  public static void main(String[] args) throws SparkUserAppException {
    JobCommandLine.of(new GeneratorJob()).run(args);
  }

  @Override
  public String name() {
    return "generator-job";
  }

  @Override
  public List<JobCommand> commands() {
    return List.of(
        new Seeds(),
        new Extract(),
        new Solve(),
        new Generate(),
        new Validate(),
        new Refine(),
        new Accept(),
        new Export());
  }
}
