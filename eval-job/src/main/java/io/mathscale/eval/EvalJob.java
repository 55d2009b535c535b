package io.mathscale.eval;

import io.mathscale.core.command.JobLine;
import io.mathscale.eval.compare.Compare;
import io.mathscale.eval.grading.Grade;
import io.mathscale.eval.infer.Infer;
import io.mathscale.eval.prepare.Prepare;
import io.mathscale.eval.score.Score;
import org.apache.spark.SparkUserAppException;

/** Benchmark to model outputs to scores. */
public final class EvalJob {
  private EvalJob() {}

  /** Runs the commands that the arguments name; see {@link JobLine#run}. */
  public static void main(String[] args) throws SparkUserAppException {
    JobLine.of("eval-job", new Prepare(), new Infer(), new Score(), new Grade(), new Compare())
        .run(args);
  }
}
