package io.mathscale.generator.export.facts;

import static org.apache.spark.sql.functions.col;

import io.mathscale.core.data.Contamination;
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
 * @param kinds matches by kind of likeness
 * @param shown some of them with both texts
 */
public record MatchFacts(List<RowCount> kinds, List<Match> shown) {
  /** So many of each kind are shown. */
  private static final int SHOWN = 8;

  /** So much of a problem is shown, in characters. */
  private static final int MOST_CHARS = 2_000;

  private static final MatchFacts NONE = new MatchFacts(List.of(), List.of());

  /** Duplicates with the rows that stayed; nothing, where refining wrote no table of them. */
  static MatchFacts ofDuplicates(Workspace workspace, long seed) {
    if (!isOfThisRun(workspace, Tables.DUPLICATES) || workspace.rows(Tables.DUPLICATES) == 0) {
      return NONE;
    }

    MatchTally tally =
        tally(workspace.read(Tables.DUPLICATES).toJavaRDD().map(MatchFacts::ids), seed);
    List<MatchedIds> drawn = tally.drawn();
    Map<String, String> removed = rejectedTexts(workspace, drawn);
    Map<String, String> kept =
        texts(
            workspace.read(Tables.MATHSCALEQA),
            "question",
            drawn.stream().map(MatchedIds::other).toArray());
    return new MatchFacts(
        tally.kinds(),
        drawn.stream()
            .filter(match -> removed.containsKey(match.id()) && kept.containsKey(match.other()))
            .map(match -> match(match, removed.get(match.id()), kept.get(match.other())))
            .toList());
  }

  /** Rows with the problems that they ask; nothing, where refining wrote no table of them. */
  static MatchFacts ofContamination(Workspace workspace, long seed) {
    if (!isOfThisRun(workspace, Tables.CONTAMINATION)
        || workspace.rows(Tables.CONTAMINATION) == 0) {
      return NONE;
    }

    MatchTally tally =
        tally(workspace.read(Tables.CONTAMINATION).toJavaRDD().map(MatchFacts::ids), seed);
    List<MatchedIds> drawn = tally.drawn();
    Map<String, String> rows =
        texts(
            workspace.read(Tables.MATHSCALEQA),
            "question",
            drawn.stream().map(MatchedIds::id).toArray());
    rows.putAll(rejectedTexts(workspace, drawn));
    return new MatchFacts(
        tally.kinds(),
        drawn.stream()
            .filter(match -> rows.containsKey(match.id()))
            .map(match -> match(match, rows.get(match.id()), match.otherText()))
            .toList());
  }

  private static MatchTally tally(JavaRDD<MatchedIds> matches, long seed) {
    return matches.treeAggregate(new MatchTally(SHOWN, seed), MatchTally::add, MatchTally::plus);
  }

  private static Match match(MatchedIds match, String text, String otherText) {
    return new Match(match.kind(), match.score(), match.id(), text, match.other(), otherText);
  }

  private static MatchedIds ids(Duplicate duplicate) {
    return new MatchedIds(
        duplicate.kind().name(), duplicate.likeness(), duplicate.id(), duplicate.kept(), "");
  }

  private static MatchedIds ids(Contamination leak) {
    return new MatchedIds(
        leak.method() + (leak.removed() ? " removed" : " reported"),
        leak.score(),
        leak.id(),
        leak.problem(),
        SampledRow.beginning(leak.question(), MOST_CHARS));
  }

  private static Map<String, String> rejectedTexts(Workspace workspace, List<MatchedIds> drawn) {
    return texts(
        workspace.read(Tables.rejectedBy(Tables.MATHSCALEQA.producer())),
        "content",
        drawn.stream().map(MatchedIds::id).toArray());
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
