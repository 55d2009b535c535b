package io.mathscale.core.command;

import java.util.Optional;
import org.apache.spark.deploy.SparkSubmit;

/**
 * Runs a command in this process where it needs no Spark session, and hands it to Spark's own
 * {@link SparkSubmit} where it does and nothing speaks against it: so a look at a table, and a
 * refusal, do not wait for Spark.
 */
public final class CommandLauncher {
  /** What ends a process that was told to look alone, and was given a command that needs Spark. */
  static final int NEEDS_SPARK = 64;

  private CommandLauncher() {}

  /**
   * Runs a command and ends the process with its exit code.
   *
   * @param args {@code look} or {@code submit}, and the arguments of spark-submit
   */
  public static void main(String[] args) throws ReflectiveOperationException {
    SubmitArguments submit = SubmitArguments.of(args, 1);
    submit.properties().forEach(System::setProperty);
    Optional<ExitCode> ended =
        JobCommandLine.of(submit.job()).executeWithoutSpark(submit.arguments());
    if (ended.isPresent()) {
      System.exit(ended.get().number());
    }

    if (args[0].equals("look")) {
      System.exit(NEEDS_SPARK);
    }

    SparkSubmit.main(submit.all());
  }
}
