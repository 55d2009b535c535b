package io.mathscale.core.command.guard;

import io.mathscale.core.calls.StageStoppedException;
import io.mathscale.core.config.ConfigException;
import io.mathscale.core.workspace.Lineage;
import io.mathscale.core.workspace.Manifest;
import io.mathscale.core.workspace.StaleTable;
import io.mathscale.core.workspace.TableCatalog;
import io.mathscale.core.workspace.TableGuard;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.hadoop.fs.FSError;

/**
 * Watches over the tables of a workspace for the commands of one application: tells of stale ones
 * that are read, and lets nothing be written whose right is lost.
 */
public final class CommandGuard implements TableGuard {
  private final TableLocks locks;
  private final TableCatalog workspace;
  private final boolean isStrict;
  private final Consumer<String> user;
  private final Set<String> told = ConcurrentHashMap.newKeySet();

  /**
   * A guard of these tables.
   *
   * @param locks the rights of the application
   * @param isStrict whether stale tables are refused
   * @param user is told of stale tables, of each once
   */
  public CommandGuard(
      TableLocks locks, TableCatalog workspace, boolean isStrict, Consumer<String> user) {
    this.locks = locks;
    this.workspace = workspace;
    this.isStrict = isStrict;
    this.user = user;
  }

  @Override
  public void beforeRead(Manifest table) {
    if (table.inputs().isEmpty() || told.contains(table.id())) {
      return;
    }

    new Lineage(workspace).stale(table.table()).ifPresent(stale -> tellOrRefuse(stale, table));
  }

  private void tellOrRefuse(StaleTable stale, Manifest table) {
    if (isStrict) {
      throw new ConfigException(
          "table %s must be made from the tables that stand (--strict): %s%s"
              .formatted(stale.table(), stale.reason(), remedy(stale)));
    }

    if (told.add(table.id())) {
      user.accept(
          "table %s is stale: %s%s".formatted(stale.table(), stale.reason(), remedy(stale)));
    }
  }

  private static String remedy(StaleTable stale) {
    return stale.commands().isEmpty()
        ? ""
        : "; to make it anew run " + String.join(", ", stale.commands());
  }

  @Override
  public void beforeWrite() {
    locks.requireHeld();
  }

  @Override
  public void whenLost(Runnable action) {
    locks.whenLost(action);
  }

  @Override
  public boolean isAlone() {
    return locks.isAlone();
  }

  /**
   * Does some work on the tables. What fails once another has taken them fails of that: the other
   * removes what this process was writing.
   *
   * @throws StageStoppedException when it fails so
   */
  public void watch(Runnable work) {
    try {
      work.run();
    } catch (StageStoppedException e) {
      throw e;
    } catch (Exception | FSError e) {
      // Spark throws checked exceptions that it does not declare.
      try {
        locks.requireHeld();
      } catch (StageStoppedException taken) {
        taken.addSuppressed(e);
        throw taken;
      }

      throw e;
    }
  }
}
