package io.mathscale.core.command;

/** Looks at the tables of a workspace; every job jar holds it. */
public final class TablesJob {
  private TablesJob() {}

  /** Runs {@code cat} or {@code status}. */
  public static void main(String[] args) {
    JobLine.of("tables", new Cat(), new Status()).main(args);
  }
}
