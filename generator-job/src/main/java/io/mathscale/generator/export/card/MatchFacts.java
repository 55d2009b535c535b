package io.mathscale.generator.export.card;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.xxhash64;

import io.mathscale.core.workspace.Manifest;
import io.mathscale.core.workspace.Table;
import io.mathscale.core.workspace.Tables;
import io.mathscale.core.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * What refining found alike.
 *
 * @param kinds rows that were left out, by kind of likeness
 * @param shown some of them with both texts
 */
record MatchFacts(List<RowCount> kinds, List<Match> shown) {
  /** So many of each kind are shown. */
  private static final int SHOWN = 8;

  private static final MatchFacts NONE = new MatchFacts(List.of(), List.of());

  /** Duplicates with the rows that stayed; nothing, where refining wrote no table of them. */
  static MatchFacts ofDuplicates(Workspace workspace, long seed) {
    if (!isOfThisRun(workspace, Tables.DUPLICATES)) {
      return NONE;
    }

    Dataset<Row> duplicates = workspace.read(Tables.DUPLICATES).toDF();
    Dataset<Row> drawn =
        duplicates
            .withColumn(
                "rank",
                row_number()
                    .over(
                        Window.partitionBy("kind")
                            .orderBy(xxhash64(lit(seed), col("id")), col("id"))))
            .where(col("rank").leq(SHOWN))
            .select("id", "origin", "kept", "keptOrigin", "kind", "likeness");
    Dataset<Row> removed =
        workspace
            .read(Tables.rejectedBy(Tables.MATHSCALEQA.producer()))
            .select(col("id"), col("content").as("text"))
            .dropDuplicates("id");
    Dataset<Row> kept =
        workspace
            .read(Tables.MATHSCALEQA)
            .select(
                col("id").as("kept"),
                col("origin").as("keptOrigin"),
                col("question").as("otherText"));
    List<Match> shown =
        kept.join(broadcast(drawn), new String[] {"kept", "keptOrigin"})
            .join(removed, "id")
            .select(
                col("kind"),
                col("likeness").as("score"),
                col("id"),
                col("text"),
                col("kept").as("otherId"),
                col("otherText"))
            .orderBy("kind", "id")
            .as(Match.ENCODER)
            .collectAsList();
    return new MatchFacts(kinds(duplicates), shown);
  }

  /** Tables that one run of a command publishes begin together. */
  private static boolean isOfThisRun(Workspace workspace, Table<?> table) {
    Optional<String> begun =
        workspace.manifest(Tables.MATHSCALEQA.name()).map(Manifest::started);
    return workspace.manifest(table.name()).map(Manifest::started).equals(begun);
  }

  private static List<RowCount> kinds(Dataset<Row> matches) {
    return matches
        .groupBy(col("kind").as("name"))
        .agg(count(lit(1)).as("rows"))
        .orderBy(col("rows").desc(), col("name"))
        .as(RowCount.ENCODER)
        .collectAsList();
  }
}
