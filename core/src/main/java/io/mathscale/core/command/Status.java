package io.mathscale.core.command;

import io.mathscale.core.calls.journal.Journal;
import io.mathscale.core.calls.journal.Leases;
import io.mathscale.core.calls.journal.PendingCalls;
import io.mathscale.core.command.guard.TableLocks;
import io.mathscale.core.config.ConfigException;
import io.mathscale.core.config.MathscaleConfig;
import io.mathscale.core.events.EventLog;
import io.mathscale.core.events.LastRun;
import io.mathscale.core.parquet.ParquetFiles;
import io.mathscale.core.workspace.Lineage;
import io.mathscale.core.workspace.Manifest;
import io.mathscale.core.workspace.RejectedCounts;
import io.mathscale.core.workspace.TableCatalog;
import io.mathscale.core.workspace.Tables;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Prints what stands in a workspace: sample pairs, model calls, rejected rows by reason, tables.
 */
@Command(name = Status.NAME, description = "Prints what stands in the workspace.")
public final class Status implements CatalogCommand {
  static final String NAME = "status";

  /** Of what has a lock: to whoever looks, one that has died looks like one at work. */
  private static final String AT_WORK = "a run is at work or has died";

  /** Where stages keep what the model has answered, also before any table stands. */
  private static final String CALLS_FOLDER = "calls";

  @Option(names = "--pairs", paramLabel = "N", description = "So many generated pairs in full.")
  private int pairs;

  private final PrintStream out;

  /** Whether runs count what processes that are killed have in flight. */
  private boolean hasBudget;

  /** Prints to standard output. */
  public Status() {
    this(System.out);
  }

  /** Prints there. */
  Status(PrintStream out) {
    this.out = out;
  }

  @Override
  public void check(MathscaleConfig config) {
    if (pairs < 0) {
      throw new ConfigException("--pairs must be at least 0: " + pairs);
    }

    hasBudget = config.budget().signum() > 0 || config.calls().budget().signum() > 0;
  }

  @Override
  public void run(TableCatalog catalog) {
    requireWorkspace(catalog);
    SamplePairs.of(catalog, pairs).forEach(out::println);
    printCalls(catalog);
    printRuns(catalog);
    printRejected(catalog);
    printTables(catalog);
    out.flush();
  }

  /** A folder that a typing error names is told from a workspace in which little stands as yet. */
  static void requireWorkspace(TableCatalog catalog) {
    boolean hasRuns;
    try {
      hasRuns =
          catalog.fileSystem().exists(catalog.path(CALLS_FOLDER))
              || catalog.fileSystem().exists(catalog.path(EventLog.FOLDER));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot look into " + catalog.root(), e);
    }

    if (!hasRuns && catalog.tablesBelow("").isEmpty()) {
      throw new ConfigException(
          "workspace must be a folder in which tables stand: there are none in " + catalog.root());
    }
  }

  private void printTables(TableCatalog catalog) {
    out.printf("%-28s %12s%n", "table", "rows");
    Lineage lineage = new Lineage(catalog);
    for (String table : catalog.tablesBelow("")) {
      long rows = catalog.manifest(table).orElseThrow().rows();
      String mark = lineage.stale(table).map(stale -> "  stale: " + stale.reason()).orElse("");
      out.printf(Locale.ROOT, "%-28s %,12d%s%n", table, rows, mark);
    }

    out.printf("The tables stand in %s%n%n", catalog.root());
  }

  private void printCalls(TableCatalog catalog) {
    out.printf(
        "%-28s %12s %8s %12s %12s %10s %10s%n",
        "model calls", "completed", "failed", "tokens in", "tokens out", "US $", "in doubt");
    Map<String, BigDecimal> inTables = new HashMap<>();
    for (String table : catalog.tablesBelow(CALLS_FOLDER)) {
      if (table.endsWith("/completions")) {
        String stage = table.split("/")[1];
        Manifest.Calls calls = StageCalls.of(catalog, stage);
        inTables.put(stage, calls.cost().add(calls.doubtfulCost()));
        print(
            "%-28s %,12d %,8d %,12d %,12d %10.4f %10.4f%n",
            stage,
            calls.completed(),
            calls.failed(),
            calls.inputTokens(),
            calls.outputTokens(),
            calls.cost(),
            calls.doubtfulCost());
      }
    }

    BigDecimal known = BigDecimal.ZERO;
    for (String stage : catalog.stagesThatAsked()) {
      known =
          known.add(printUnsettled(catalog, stage, inTables.getOrDefault(stage, BigDecimal.ZERO)));
    }

    if (!hasBudget && known.signum() > 0) {
      out.println(
          "Where neither budget nor calls.budget is set, these figures leave out what processes that"
              + " were killed had in flight, which may have been charged.");
    }

    out.println();
  }

  /**
   * What a stage has that is in no table yet.
   *
   * @param inTables US dollars that its tables tell of
   * @return US dollars that it is known to cost in all
   */
  private BigDecimal printUnsettled(TableCatalog catalog, String stage, BigDecimal inTables) {
    boolean isLocked = Journal.isLocked(catalog, stage);
    Optional<PendingCalls> pending = PendingCalls.of(catalog, stage);
    pending.ifPresent(calls -> printPending(stage, calls, isLocked));
    BigDecimal known = inTables.add(pending.map(PendingCalls::most).orElse(BigDecimal.ZERO));
    Leases.in(catalog, stage).bound().ifPresent(most -> printBound(stage, most, known, isLocked));
    return known;
  }

  private void printBound(String stage, BigDecimal most, BigDecimal known, boolean isLocked) {
    BigDecimal more = most.subtract(known);
    if (isLocked) {
      print("%s: %s; in all its runs it may have spent $%.4f%n", stage, AT_WORK, most);
    } else if (more.signum() > 0) {
      print(
          "%s: $%.4f more may have been charged for calls whose process died; its next run counts them"
              + " as in doubt%n",
          stage, more);
    }
  }

  private void printPending(String stage, PendingCalls calls, boolean isLocked) {
    print(
        "%s: %,d answers and %,d failures, %,d tokens in, %,d out, $%.4f, $%.4f in doubt, are in its"
            + " journal alone: %s%n",
        stage,
        calls.answered(),
        calls.failed(),
        calls.inputTokens(),
        calls.outputTokens(),
        calls.cost(),
        calls.doubtfulCost(),
        isLocked
            ? AT_WORK + ", run it again to go on if it has died"
            : "its last run has ended, its next one goes on from them");
  }

  /** How commands ended that did not come to their end, each as it was run last. */
  private void printRuns(TableCatalog catalog) {
    boolean isLocked = !TableLocks.standing(catalog).isEmpty();
    List<String> lines =
        LastRun.of(catalog).stream()
            .filter(run -> run.isStopped() || (run.isOpen() && !run.command().equals(NAME)))
            .map(
                run ->
                    "%s: %s%n"
                        .formatted(
                            run.command(), run.isStopped() ? ended(run) : begun(run, isLocked)))
            .toList();
    lines.forEach(out::print);
    if (!lines.isEmpty()) {
      out.println();
    }
  }

  private static String begun(LastRun run, boolean isLocked) {
    return "began at %s, and %s"
        .formatted(
            time(run),
            isLocked
                ? "is at work or has died; if it has died, run it again to go on"
                : "ended without a word, as when it is killed: run it again to go on");
  }

  private static String ended(LastRun run) {
    String why = run.why().lines().findFirst().orElse("");
    return "ended early at %s, ".formatted(time(run))
        + ExitCode.named(run.exit())
            .map(exit -> "exit code %d: %s%s".formatted(exit.number(), why, advice(exit)))
            .orElse(why);
  }

  /** Other messages tell what to do. */
  private static String advice(ExitCode exit) {
    return switch (exit) {
      case BUG -> "; its log tells more, run it again to go on";
      case REFUSED -> "; mend that and run it again to go on";
      case DONE, USAGE, BUDGET, TOO_MANY_FAILURES, TAKEN_OVER, UNWRITABLE -> "";
    };
  }

  private static String time(LastRun run) {
    return run.time().truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private void print(String format, Object... values) {
    out.printf(Locale.ROOT, format, values);
  }

  private void printRejected(TableCatalog catalog) {
    TreeMap<String, SortedMap<String, Long>> countsByCommand = new TreeMap<>();
    for (String table : catalog.tablesBelow(Tables.REJECTED_FOLDER)) {
      Manifest manifest = catalog.manifest(table).orElseThrow();
      if (manifest.rows() > 0) {
        countsByCommand.put(table.split("/")[1], counts(manifest, catalog.files(manifest)));
      }
    }

    out.println(countsByCommand.isEmpty() ? "No row was rejected." : "Rejected rows:");
    countsByCommand.forEach(
        (command, counts) ->
            counts.forEach(
                (reason, count) ->
                    out.printf(Locale.ROOT, "  %-10s %-20s %,8d%n", command, reason, count)));
    out.println();
  }

  /** Manifests of older versions have no counts. */
  private static SortedMap<String, Long> counts(Manifest manifest, ParquetFiles files) {
    return manifest.counts().isEmpty() ? RejectedCounts.in(files) : manifest.counts();
  }
}
