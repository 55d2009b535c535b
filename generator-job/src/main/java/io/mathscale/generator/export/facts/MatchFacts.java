package io.mathscale.generator.export.facts;

import static org.apache.spark.sql.functions.col;

import io.mathscale.core.data.Duplicate;
import io.mathscale.core.workspace.Manifest;
import io.mathscale.core.workspace.Table;
import io.mathscale.core.workspace.Tables;
import io.mathscale.core.workspace.Workspace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What refining found alike.
 *
 * @param kinds rows that were left out, by kind of likeness
 * @param shown some of them with both texts
 */
public record MatchFacts(List<RowCount> kinds, List<Match> shown) {
  /** So many of each kind are shown. */
  private static final int SHOWN = 8;

  private static final MatchFacts NONE = new MatchFacts(List.of(), List.of());

  /** Duplicates with the rows that stayed; nothing, where refining wrote no table of them. */
  static MatchFacts ofDuplicates(Workspace workspace, long seed) {
    if (!isOfThisRun(workspace, Tables.DUPLICATES) || workspace.rows(Tables.DUPLICATES) == 0) {
      return NONE;
    }

    JavaRDD<MatchedIds> duplicates =
        workspace.read(Tables.DUPLICATES).toJavaRDD().map(MatchFacts::ids);
    MatchTally tally =
        duplicates.treeAggregate(new MatchTally(SHOWN, seed), MatchTally::add, MatchTally::plus);
    List<MatchedIds> drawn = tally.drawn();
    Map<String, String> removed =
        texts(
            workspace.read(Tables.rejectedBy(Tables.MATHSCALEQA.producer())),
            "content",
            drawn.stream().map(MatchedIds::id).toArray());
    Map<String, String> kept =
        texts(
            workspace.read(Tables.MATHSCALEQA),
            "question",
            drawn.stream().map(MatchedIds::other).toArray());
    return new MatchFacts(
        tally.kinds(),
        drawn.stream()
            .filter(match -> removed.containsKey(match.id()) && kept.containsKey(match.other()))
            .map(
                match ->
                    new Match(
                        match.kind(),
                        match.score(),
                        match.id(),
                        removed.get(match.id()),
                        match.other(),
                        kept.get(match.other())))
            .toList());
  }

  private static MatchedIds ids(Duplicate duplicate) {
    return new MatchedIds(
        duplicate.kind().name(), duplicate.likeness(), duplicate.id(), duplicate.kept());
  }

  /** Tables that one run of a command publishes begin together. */
  private static boolean isOfThisRun(Workspace workspace, Table<?> table) {
    Optional<String> begun = workspace.manifest(Tables.MATHSCALEQA.name()).map(Manifest::started);
    return workspace.manifest(table.name()).map(Manifest::started).equals(begun);
  }

  private static Map<String, String> texts(Dataset<?> rows, String text, Object... ids) {
    Map<String, String> texts = new HashMap<>();
    for (Row row : rows.where(col("id").isin(ids)).select("id", text).collectAsList()) {
      texts.put(row.getString(0), row.getString(1));
    }

    return texts;
  }
}
