package io.mathscale.core.command;

import static org.apache.spark.sql.functions.col;

import io.mathscale.core.calls.Spent;
import io.mathscale.core.data.QaPair;
import io.mathscale.core.workspace.Manifest;
import io.mathscale.core.workspace.Tables;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Row;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Prints what stands in a workspace: sample pairs, model calls, rejected rows by reason, tables.
 */
@Command(name = "status", description = "Prints what stands in the workspace.")
public final class Status implements Stage {
  @Option(names = "--pairs", paramLabel = "N", description = "So many generated pairs in full.")
  private int pairs;

  @Override
  public void run(Run run) {
    PrintStream out = System.out;
    printPairs(run, out);
    printCalls(run, out);
    printRejected(run, out);
    printTables(run, out);
    out.flush();
  }

  private void printPairs(Run run, PrintStream out) {
    if (pairs == 0 || !run.workspace().has(Tables.MATHSCALEQA)) {
      return;
    }

    List<QaPair> sample =
        run.workspace()
            .read(Tables.MATHSCALEQA)
            .where(col("origin").equalTo("generated"))
            .orderBy("id")
            .limit(pairs)
            .collectAsList();
    for (QaPair pair : sample) {
      out.printf(
          "Topics: %s%nKnowledge points: %s%nQuestion: %s%nSolution: %s%n%n",
          String.join("; ", pair.topics()),
          String.join("; ", pair.knowledgePoints()),
          pair.question(),
          pair.solution());
    }
  }

  private static void printTables(Run run, PrintStream out) {
    out.printf("%-28s %12s%n", "table", "rows");
    for (String table : run.workspace().tablesBelow("")) {
      out.printf(
          Locale.ROOT,
          "%-28s %,12d%n",
          table,
          run.workspace().manifest(table).orElseThrow().rows());
    }

    out.printf("The tables stand in %s%n%n", run.workspace().root());
  }

  private static void printCalls(Run run, PrintStream out) {
    out.printf(
        "%-28s %12s %8s %12s %12s %10s%n",
        "model calls", "completed", "failed", "tokens in", "tokens out", "US $");
    for (String table : run.workspace().tablesBelow("calls")) {
      if (table.endsWith("/completions")) {
        String stage = table.split("/")[1];
        Manifest.Calls calls = Spent.by(run.spark(), run.workspace(), stage);
        out.printf(
            Locale.ROOT,
            "%-28s %,12d %,8d %,12d %,12d %10.4f%n",
            stage,
            calls.completed(),
            calls.failed(),
            calls.inputTokens(),
            calls.outputTokens(),
            calls.cost());
      }
    }

    out.println();
  }

  private static void printRejected(Run run, PrintStream out) {
    List<Row> counts =
        run.workspace()
            .rejected()
            .groupBy("stage", "reason")
            .count()
            .orderBy("stage", "reason")
            .collectAsList();
    out.println(counts.isEmpty() ? "No row was rejected." : "Rejected rows:");
    for (Row row : counts) {
      out.printf(
          Locale.ROOT, "  %-10s %-20s %,8d%n", row.getString(0), row.getString(1), row.getLong(2));
    }

    out.println();
  }
}
