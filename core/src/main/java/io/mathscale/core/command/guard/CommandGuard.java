package io.mathscale.core.command.guard;

import io.mathscale.core.workspace.TableGuard;

/** Watches over the tables of a workspace for the commands of one application. */
public final class CommandGuard implements TableGuard {
  private final TableLocks locks;

  /**
   * A guard that lets nothing be published whose right is lost.
   *
   * @param locks the rights of the application
   */
  public CommandGuard(TableLocks locks) {
    this.locks = locks;
  }

  @Override
  public void beforePublish() {
    locks.requireHeld();
  }

  @Override
  public boolean isAlone() {
    return locks.isAlone();
  }
}
