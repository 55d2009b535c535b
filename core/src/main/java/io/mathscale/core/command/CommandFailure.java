package io.mathscale.core.command;

import io.mathscale.core.calls.StageStoppedException;
import io.mathscale.core.config.ConfigException;
import io.mathscale.core.workspace.StoreFaults;

/**
 * What it means that a command failed.
 *
 * @param cause what was thrown
 * @param workspace where the command worked; empty where that was not known yet
 */
record CommandFailure(Throwable cause, String workspace) {
  /** How the process ends. */
  ExitCode exit() {
    if (cause instanceof ConfigException) {
      return ExitCode.USAGE;
    }

    if (cause instanceof StageStoppedException stopped) {
      return switch (stopped.reason()) {
        case BUDGET -> ExitCode.BUDGET;
        case TOO_MANY_FAILURES, TOO_MANY_REJECTED -> ExitCode.TOO_MANY_FAILURES;
        case REFUSED -> ExitCode.REFUSED;
        case TAKEN_OVER -> ExitCode.TAKEN_OVER;
        case UNWRITABLE -> ExitCode.UNWRITABLE;
      };
    }

    return StoreFaults.told(cause, workspace).isPresent() ? ExitCode.UNWRITABLE : ExitCode.BUG;
  }

  /** Its name in the log of events. */
  String name() {
    return name(exit(), ToldToEnd.isSo());
  }

  /** What ends by a signal fails like a bug, and is none. */
  static String name(ExitCode exit, boolean isToldToEnd) {
    return exit == ExitCode.BUG && isToldToEnd ? ToldToEnd.EXIT : exit.name();
  }

  /** Whether nobody but its trace tells what went wrong. */
  boolean isBug() {
    return exit() == ExitCode.BUG && !ToldToEnd.isSo();
  }

  /** What the user should know of it, and do. */
  String words() {
    if (cause instanceof ConfigException || cause instanceof StageStoppedException) {
      return cause.getMessage();
    }

    return StoreFaults.told(cause, workspace)
        .map(fault -> fault + "; what was answered is kept, run again to go on")
        .orElseGet(() -> isBug() ? cause.toString() : ToldToEnd.WHY);
  }
}
