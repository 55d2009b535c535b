package io.mathscale.core.command;

import io.mathscale.core.calls.journal.Leases;
import io.mathscale.core.calls.journal.PendingCalls;
import io.mathscale.core.config.ConfigException;
import io.mathscale.core.config.MathscaleConfig;
import io.mathscale.core.parquet.ParquetFiles;
import io.mathscale.core.workspace.Lineage;
import io.mathscale.core.workspace.Manifest;
import io.mathscale.core.workspace.RejectedCounts;
import io.mathscale.core.workspace.TableCatalog;
import io.mathscale.core.workspace.Tables;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Prints what stands in a workspace: sample pairs, model calls, rejected rows by reason, tables.
 */
@Command(name = "status", description = "Prints what stands in the workspace.")
public final class Status implements CatalogCommand {
  /** Where stages keep what the model has answered, also before any table stands. */
  private static final String CALLS_FOLDER = "calls";

  @Option(names = "--pairs", paramLabel = "N", description = "So many generated pairs in full.")
  private int pairs;

  private final PrintStream out;

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
  }

  @Override
  public void run(TableCatalog catalog) {
    requireWorkspace(catalog);
    SamplePairs.of(catalog, pairs).forEach(out::println);
    printCalls(catalog);
    printRejected(catalog);
    printTables(catalog);
    out.flush();
  }

  /** A folder that a typing error names is told from a workspace in which little stands as yet. */
  static void requireWorkspace(TableCatalog catalog) {
    boolean hasCalls;
    try {
      hasCalls = catalog.fileSystem().exists(catalog.path(CALLS_FOLDER));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot look into " + catalog.root(), e);
    }

    if (!hasCalls && catalog.tablesBelow("").isEmpty()) {
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
    for (String table : catalog.tablesBelow(CALLS_FOLDER)) {
      if (table.endsWith("/completions")) {
        String stage = table.split("/")[1];
        Manifest.Calls calls = StageCalls.of(catalog, stage);
        out.printf(
            Locale.ROOT,
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

    for (String stage : catalog.stagesThatAsked()) {
      PendingCalls.of(catalog, stage).ifPresent(calls -> printPending(stage, calls));
      Leases.in(catalog, stage)
          .bound()
          .ifPresent(
              bound ->
                  out.printf(
                      Locale.ROOT,
                      "%s: a run is at work or has died; in all its runs it may have spent $%.4f%n",
                      stage,
                      bound));
    }

    out.println();
  }

  private void printPending(String stage, PendingCalls calls) {
    out.printf(
        Locale.ROOT,
        "%s: %,d answers and %,d failures, %,d tokens in, %,d out, $%.4f, $%.4f in doubt, are in its"
            + " journal alone: a run is at work or was interrupted; run it again to go on%n",
        stage,
        calls.answered(),
        calls.failed(),
        calls.inputTokens(),
        calls.outputTokens(),
        calls.cost(),
        calls.doubtfulCost());
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
