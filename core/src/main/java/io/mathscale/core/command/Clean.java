package io.mathscale.core.command;

import io.mathscale.core.calls.history.RunHistory;
import io.mathscale.core.command.guard.TableLocks;
import io.mathscale.core.config.ConfigException;
import io.mathscale.core.events.EventLog;
import io.mathscale.core.time.SystemTime;
import io.mathscale.core.workspace.Leftovers;
import io.mathscale.core.workspace.Leftovers.Leftover;
import io.mathscale.core.workspace.TableCatalog;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Tells what is of no use any more in a workspace, and removes it where it is told to. Never
 * touches what stands, nor answers of a model.
 */
@Command(
    name = "clean",
    description = "Tells which files of the workspace are of no use any more; --yes removes them.")
public final class Clean implements CatalogCommand {
  private static final double MEBIBYTE = 1 << 20;

  @Option(names = "--yes", description = "Remove what is told.")
  private boolean isToRemove;

  private final PrintStream out;

  /** Tells on standard output. */
  public Clean() {
    this(System.out);
  }

  /** Tells there. */
  Clean(PrintStream out) {
    this.out = out;
  }

  @Override
  public void run(TableCatalog catalog) {
    Status.requireWorkspace(catalog);
    if (isToRemove) {
      remove(catalog);
    } else {
      print(Leftovers.in(catalog, EventLog.FOLDER));
      if (!TableLocks.standing(catalog).isEmpty()) {
        out.println("A command may be at work: what it is writing is among these.");
      }

      out.println("Nothing was removed: --yes removes them.");
    }

    printAnswers(catalog);
    out.flush();
  }

  /** What was paid for stays, whatever is asked for now. */
  private void printAnswers(TableCatalog catalog) {
    for (String stage : catalog.stagesThatAsked()) {
      RunHistory.answersUnderEarlierSettings(catalog, stage)
          .forEach(
              (difference, answers) ->
                  out.printf(
                      Locale.ROOT,
                      "%s: %,d answers stand under settings that its last run did not have (%s):"
                          + " they were paid for, and stay%n",
                      stage,
                      answers,
                      difference));
    }
  }

  /** Whoever comes after the rights were taken writes files that are younger than they. */
  private void remove(TableCatalog catalog) {
    SortedSet<String> families = TableLocks.standing(catalog);
    families.add("clean");
    try (TableLocks locks = TableLocks.take(catalog, families, SystemTime.INSTANCE)) {
      if (!locks.isAlone()) {
        throw new ConfigException("no other command must be at work in " + catalog.root());
      }

      List<Leftover> old =
          Leftovers.in(catalog, EventLog.FOLDER).stream()
              .filter(leftover -> leftover.modified() < locks.takenAt())
              .toList();
      print(old);
      locks.requireHeld();
      for (Leftover leftover : old) {
        remove(catalog, leftover);
      }

      out.println(old.isEmpty() ? "Nothing was removed." : "Removed.");
    }
  }

  private static void remove(TableCatalog catalog, Leftover leftover) {
    try {
      catalog.fileSystem().delete(leftover.path(), true);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot remove " + leftover.path(), e);
    }
  }

  private void print(List<Leftover> leftovers) {
    TreeMap<String, Room> byPlace = new TreeMap<>();
    Room all = new Room(0, 0);
    for (Leftover leftover : leftovers) {
      Room room = new Room(leftover.files(), leftover.bytes());
      byPlace.merge(leftover.of(), room, Room::plus);
      all = all.plus(room);
    }

    out.printf("%-28s %10s %12s%n", "of no use", "files", "MiB");
    byPlace.forEach(this::print);
    print("together", all);
  }

  private void print(String of, Room room) {
    out.printf(Locale.ROOT, "%-28s %,10d %,12.1f%n", of, room.files(), room.bytes() / MEBIBYTE);
  }

  /** How many files something is, and how many bytes. */
  private record Room(long files, long bytes) {
    Room plus(Room other) {
      return new Room(files + other.files, bytes + other.bytes);
    }
  }
}
