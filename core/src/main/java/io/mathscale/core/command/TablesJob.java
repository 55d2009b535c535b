package io.mathscale.core.command;

import java.util.List;
import org.apache.spark.SparkUserAppException;

/** Looks at the tables of a workspace, and cleans up; every job jar holds it. */
public final class TablesJob implements Job {
  /** Runs {@code cat}, {@code status} or {@code clean}; see {@link JobCommandLine#run}. */
  public static void main(String[] args) throws SparkUserAppException {
    JobCommandLine.of(new TablesJob()).run(args);
  }

  @Override
  public String name() {
    return "tables";
  }

  @Override
  public List<JobCommand> commands() {
    return List.of(new Cat(), new Status(), new Clean());
  }
}
