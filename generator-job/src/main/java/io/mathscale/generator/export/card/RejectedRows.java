package io.mathscale.generator.export.card;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.xxhash64;

import io.mathscale.core.data.Rejected;
import io.mathscale.core.workspace.Manifest;
import io.mathscale.core.workspace.Tables;
import io.mathscale.core.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.expressions.Window;

/** What the commands rejected that an export came through. */
final class RejectedRows {
  /** So many of each reason may be shown. */
  static final int MOST = 40;

  private static final BinaryOperator<Dataset<Rejected>> UNION = Dataset::union;

  private RejectedRows() {}

  /**
   * How many rows a command rejected for a reason.
   *
   * @param stage the command
   * @param reason why
   * @param rows number of rows
   * @param examples some of them
   */
  record Reason(String stage, String reason, long rows, List<RejectedExample> examples) {}

  /** The reasons in the order of the commands, each with examples drawn by the seed. */
  static List<Reason> of(Workspace workspace, List<String> stages, long seed) {
    List<RejectedExample> examples = examples(workspace, stages, seed);
    List<Reason> reasons = new ArrayList<>();
    for (String stage : stages) {
      workspace
          .manifest(Tables.rejectedBy(stage).name())
          .map(Manifest::counts)
          .ifPresent(
              counts ->
                  counts.forEach(
                      (reason, rows) ->
                          reasons.add(
                              new Reason(stage, reason, rows, of(examples, stage, reason)))));
    }

    return reasons;
  }

  private static List<RejectedExample> of(
      List<RejectedExample> examples, String stage, String reason) {
    return examples.stream()
        .filter(each -> each.stage().equals(stage) && each.reason().equals(reason))
        .toList();
  }

  private static List<RejectedExample> examples(
      Workspace workspace, List<String> stages, long seed) {
    Optional<Dataset<Rejected>> rejected =
        stages.stream()
            .map(Tables::rejectedBy)
            .filter(workspace::has)
            .map(workspace::read)
            .reduce(UNION);
    if (rejected.isEmpty()) {
      return List.of();
    }

    return rejected
        .get()
        .withColumn(
            "rank",
            row_number()
                .over(
                    Window.partitionBy("stage", "reason")
                        .orderBy(xxhash64(lit(seed), col("id"), col("content")), col("id"))))
        .where(col("rank").leq(MOST))
        .as(RejectedExample.ENCODER)
        .orderBy("stage", "reason", "rank")
        .collectAsList();
  }
}
