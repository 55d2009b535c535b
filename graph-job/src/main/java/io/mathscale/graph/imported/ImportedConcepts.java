package io.mathscale.graph.imported;

import static org.apache.spark.sql.functions.col;

import io.mathscale.core.command.StageContext;
import io.mathscale.core.config.ConfigException;
import io.mathscale.core.data.ExtractedConcepts;
import io.mathscale.core.data.Rejected;
import io.mathscale.core.data.SeedQuestion;
import io.mathscale.core.source.files.UserFiles;
import io.mathscale.core.spark.Caches;
import io.mathscale.core.workspace.Manifest;
import io.mathscale.core.workspace.RejectedCounts;
import io.mathscale.core.workspace.TableTransaction;
import io.mathscale.core.workspace.Tables;
import io.mathscale.core.workspace.Workspace;
import java.util.List;
import org.apache.spark.sql.Dataset;

/**
 * Makes the tables that {@code extract} would make, {@code concepts} and {@code seeds}, of files of
 * concepts that stand already.
 */
public final class ImportedConcepts {
  private ImportedConcepts() {}

  /**
   * Writes the tables of the files at {@code build.concepts}: rows without usable concepts to the
   * rejected rows of the command, questions to the seeds, concepts, published together. Where no
   * row has a question, seeds that stand are left as they are.
   *
   * @param stage the command that reads
   * @throws ConfigException when the files hold no usable row, or the table of concepts holds what
   *     a model was asked for
   */
  public static void write(StageContext context, String stage) {
    String path = context.config().build().concepts();
    requireNothingPaid(context.workspace());
    try (Caches caches = new Caches(context.spark())) {
      Dataset<ImportedRow> rows = caches.persist(ImportedRows.at(context.spark(), path, stage));
      requireUsable(rows, path);
      write(context, stage, rows);
    }
  }

  /**
   * The files.
   *
   * @param path as {@code build.concepts} names them
   */
  public static UserFiles files(String path) {
    return new UserFiles(ImportedRows.KEY, path);
  }

  private static void requireNothingPaid(Workspace workspace) {
    Manifest.Calls calls =
        workspace.manifest(Tables.CONCEPTS.name()).map(Manifest::calls).orElse(Manifest.Calls.NONE);
    if (calls.completed() > 0) {
      throw new ConfigException(
          ("build.concepts must be empty, or workspace another one, where table concepts holds what"
                  + " a model said: %s has the answers to %,d calls")
              .formatted(workspace.path(Tables.CONCEPTS.name()), calls.completed()));
    }
  }

  private static void requireUsable(Dataset<ImportedRow> rows, String path) {
    if (!rows.where(col("concepts").isNotNull()).isEmpty()) {
      return;
    }

    Dataset<Rejected> rejected = rejected(rows);
    List<Rejected> first = rejected.orderBy("origin").limit(1).collectAsList();
    throw new ConfigException(
        "build.concepts must hold at least one row with a topic and a knowledge point: "
            + (first.isEmpty()
                ? path + " has no rows"
                : "all %,d rows of %s are rejected (%s); the first: %s: %s"
                    .formatted(
                        rejected.count(),
                        path,
                        RejectedCounts.of(rejected),
                        first.get(0).origin(),
                        first.get(0).detail())));
  }

  private static void write(StageContext context, String stage, Dataset<ImportedRow> rows) {
    Workspace workspace = context.workspace();
    Dataset<Rejected> rejected = rejected(rows);
    Dataset<SeedQuestion> seeds =
        rows.where(col("seed").isNotNull()).select("seed.*").as(SeedQuestion.ENCODER);
    Dataset<ExtractedConcepts> concepts =
        rows.where(col("concepts").isNotNull()).select("concepts.*").as(ExtractedConcepts.ENCODER);

    TableTransaction tables = workspace.begin();
    tables.write(Tables.rejectedBy(stage), rejected, context.metadata(List.of()));
    boolean hasQuestions = !seeds.isEmpty();
    if (hasQuestions || !workspace.has(Tables.SEEDS)) {
      tables.write(Tables.SEEDS, seeds, context.metadata(List.of()));
    }

    Manifest written = tables.write(Tables.CONCEPTS, concepts, context.metadata(List.of()));
    tables.publish();
    context.say(
        "%s: concepts of %,d seeds read from %s; rejected: %s"
            .formatted(
                stage,
                written.rows(),
                context.config().build().concepts(),
                RejectedCounts.of(rejected)));
    if (!hasQuestions) {
      context.say(
          "%s: no row has a question; generate shows the examples that table seeds has (%,d rows)"
              .formatted(stage, workspace.manifest(Tables.SEEDS.name()).orElseThrow().rows()));
    }
  }

  private static Dataset<Rejected> rejected(Dataset<ImportedRow> rows) {
    return rows.where(col("rejected").isNotNull()).select("rejected.*").as(Rejected.ENCODER);
  }
}
