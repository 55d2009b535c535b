package io.mathscale.generator;

import io.mathscale.core.command.JobLine;
import org.apache.spark.SparkUserAppException;

/** Makes training data from seed questions with the help of a teacher. */
public final class GeneratorJob {
  private GeneratorJob() {}

  /** Runs one or more of the stages; see {@link JobLine#run}. */
  public static void main(String[] args) throws SparkUserAppException {
    JobLine.of(
            "generator-job",
            new Extract(),
            new Generate(),
            new Refine(),
            new Export(),
            new Validate(),
            new Solve(),
            new Estimate())
        .run(args);
  }
}
