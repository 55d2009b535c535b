package io.mathscale.core.command;

import java.util.Arrays;
import java.util.Optional;

/** How a command ends; the numbers are what schedulers see. */
public enum ExitCode {
  /** Done. */
  DONE(0),
  /** A fault of this tool. */
  BUG(1),
  /** Wrong usage or configuration; nothing was spent. */
  USAGE(2),
  /** Stopped at the budget; the same command with a larger one goes on. */
  BUDGET(3),
  /** More calls failed than allowed; what succeeded is kept. */
  TOO_MANY_FAILURES(4),
  /** The model service cannot be reached or will not serve us: key, money, model. */
  REFUSED(5),
  /** Another run has taken the stage over, and goes on with it. */
  TAKEN_OVER(6),
  /** The workspace cannot be written; what was answered is kept, but for what the message tells. */
  UNWRITABLE(7);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  /** The exit code of a name that a log of events has; empty where a signal ended the command. */
  static Optional<ExitCode> named(String name) {
    return Arrays.stream(values()).filter(exit -> exit.name().equals(name)).findFirst();
  }

  /** The process's exit code. */
  public int number() {
    return number;
  }
}
