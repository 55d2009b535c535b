package io.mathscale.eval;

import io.mathscale.core.command.Job;
import io.mathscale.core.command.JobCommand;
import io.mathscale.core.command.JobCommandLine;
import java.util.List;
import org.apache.spark.SparkUserAppException;

/** Benchmark to model outputs to scores. */
public final class EvalJob implements Job {
  /** Runs one or more of the commands; see {@link JobCommandLine#run}. */
  public static void main(String[] args) throws SparkUserAppException {
    JobCommandLine.of(new EvalJob()).run(args);
  }

  @Override
  public String name() {
    return "eval-job";
  }

  @Override
  public List<JobCommand> commands() {
    return List.of(
        new Prepare(),
        new Infer(),
        new Judge(),
        new Score(),
        new Report(),
        new Grade(),
        new Compare());
  }
}
