package io.mathscale.generator.export.facts;

import io.mathscale.core.data.Rejected;
import io.mathscale.core.workspace.Manifest;
import io.mathscale.core.workspace.Tables;
import io.mathscale.core.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import org.apache.spark.sql.Dataset;

/** What the commands rejected that an export came through. */
public final class RejectedRows {
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
  public record Reason(String stage, String reason, long rows, List<RejectedExample> examples) {}

  /** The reasons in the order of the commands, each with examples drawn by the seed. */
  static List<Reason> of(Workspace workspace, List<String> stages, long seed) {
    SortedMap<String, Draw<RejectedExample>> examples = examples(workspace, stages, seed);
    List<Reason> reasons = new ArrayList<>();
    for (String stage : stages) {
      Optional<Manifest> manifest = workspace.manifest(Tables.rejectedBy(stage).name());
      if (manifest.isPresent()) {
        manifest
            .get()
            .counts()
            .forEach(
                (reason, rows) -> {
                  Draw<RejectedExample> draw = examples.get(DrawRejected.key(stage, reason));
                  reasons.add(
                      new Reason(stage, reason, rows, draw == null ? List.of() : draw.drawn()));
                });
      }
    }

    return reasons;
  }

  private static SortedMap<String, Draw<RejectedExample>> examples(
      Workspace workspace, List<String> stages, long seed) {
    Optional<Dataset<Rejected>> rejected =
        stages.stream()
            .map(Tables::rejectedBy)
            .filter(table -> workspace.has(table) && workspace.rows(table) > 0)
            .map(workspace::read)
            .reduce(UNION);
    return rejected.isEmpty()
        ? new TreeMap<>()
        : rejected
            .get()
            .toJavaRDD()
            .mapPartitions(new DrawRejected(MOST, seed))
            .treeReduce(DrawRejected::sum);
  }
}
