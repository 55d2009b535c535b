package io.mathscale.core.command;

import org.apache.spark.SparkUserAppException;

/** Looks at the tables of a workspace; every job jar holds it. */
public final class TablesJob {
  private TablesJob() {}

  /** Runs {@code cat} or {@code status}; see {@link JobLine#run}. */
  public static void main(String[] args) throws SparkUserAppException {
    JobLine.of("tables", new Cat(), new Status()).run(args);
  }
}
