package io.mathscale.generator.rounds;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.mathscale.core.data.DuplicateKind;
import io.mathscale.core.data.Round;
import io.mathscale.core.data.ValidationVerdict;
import io.mathscale.core.workspace.Tables;
import io.mathscale.core.workspace.Workspace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Counts what became of the rows of each round, in the tables that stand. */
public final class RoundCounts {
  private static final String GENERATED = "generated";
  private static final String COMPOSITION = "composition ";
  private static final Column IS_AGREED = col("verdict").equalTo(ValidationVerdict.AGREED.name());

  private final Workspace workspace;
  private final RoundBounds bounds;

  /** The counts of the rounds within these bounds. */
  public RoundCounts(Workspace workspace, RoundBounds bounds) {
    this.workspace = workspace;
    this.bounds = bounds;
  }

  /**
   * The same rounds, ended, with what is counted of each.
   *
   * @param samples pairs asked for each composition
   * @param sameTemplate how many rows one template may keep; 0 for all
   */
  public List<Round> of(List<Round> rounds, int samples, int sameTemplate) {
    Map<Boolean, Map<Integer, Long>> rowsBy = rows();
    Map<Integer, Map<Boolean, Long>> validated = validated();
    Map<Integer, Long> repeated = repeated(sameTemplate);
    Map<Integer, List<Round.RejectedRows>> rejected = rejected();
    List<Round> counted = new ArrayList<>();
    for (Round round : rounds) {
      Map<Boolean, Long> votes = validated.getOrDefault(round.round(), Map.of());
      long rows = rowsBy.get(true).getOrDefault(round.round(), 0L);
      counted.add(
          round.ended(
              new Round.Counts(
                  round.compositions() * samples,
                  rowsBy.get(false).getOrDefault(round.round(), 0L),
                  votes.getOrDefault(true, 0L) + votes.getOrDefault(false, 0L),
                  votes.getOrDefault(true, 0L),
                  rejected.getOrDefault(round.round(), List.of()),
                  rows,
                  Math.max(0, rows - repeated.getOrDefault(round.round(), 0L)))));
    }

    return counted;
  }

  /**
   * Pairs that fresh solutions were asked of, by whether those agree with them; what is known of
   * pairs written anew is not theirs.
   */
  private Map<Integer, Map<Boolean, Long>> validated() {
    Map<Integer, Map<Boolean, Long>> validated = new TreeMap<>();
    if (!workspace.has(Tables.VALIDATIONS)) {
      return validated;
    }

    Dataset<Row> pairs =
        workspace
            .read(Tables.PAIRS)
            .select(col("id"), col("provenance.call").as("call"), col("composition"));
    for (Row row :
        workspace
            .read(Tables.VALIDATIONS)
            .where("tries > 0")
            .select("id", "call", "verdict")
            .join(pairs, new String[] {"id", "call"})
            .groupBy(bounds.round(col("composition")).as("round"), IS_AGREED.as("isAgreed"))
            .count()
            .collectAsList()) {
      validated
          .computeIfAbsent(row.getInt(0), round -> new TreeMap<>())
          .put(row.getBoolean(1), row.getLong(2));
    }

    return validated;
  }

  /** Pairs, and those that are accepted, which are true. */
  private Map<Boolean, Map<Integer, Long>> rows() {
    Map<Boolean, Map<Integer, Long>> rows = Map.of(true, new TreeMap<>(), false, new TreeMap<>());
    workspace
        .read(Tables.PAIRS)
        .select(lit(false).as("isAccepted"), col("composition"))
        .union(accepted().select(lit(true), col("composition")))
        .groupBy(col("isAccepted"), bounds.round(col("composition")).as("round"))
        .count()
        .collectAsList()
        .forEach(row -> rows.get(row.getBoolean(0)).put(row.getInt(1), row.getLong(2)));
    return rows;
  }

  private Dataset<?> accepted() {
    return workspace.read(Tables.MATHSCALEQA).where(col("origin").equalTo(GENERATED));
  }

  /**
   * Accepted rows that others repeat: another like them would be rejected. Where a template has all
   * the rows that it may keep, that is so of each of them.
   */
  private Map<Integer, Long> repeated(int sameTemplate) {
    Map<Integer, Long> repeated = new TreeMap<>();
    if (workspace.rows(Tables.DUPLICATES) == 0) {
      return repeated;
    }

    Column rows =
        when(col("kind").equalTo(DuplicateKind.TEMPLATE.name()), lit(Math.max(1, sameTemplate)))
            .otherwise(lit(1));
    Dataset<Row> kept =
        workspace
            .read(Tables.DUPLICATES)
            .where(col("origin").equalTo(GENERATED).and(col("keptOrigin").equalTo(GENERATED)))
            .groupBy(col("kept").as("id"))
            .agg(max(rows).cast("long").as("rows"));
    accepted()
        .join(kept, "id")
        .groupBy(bounds.round(col("composition")).as("round"))
        .agg(sum("rows"))
        .collectAsList()
        .forEach(row -> repeated.put(row.getInt(0), row.getLong(1)));
    return repeated;
  }

  private Map<Integer, List<Round.RejectedRows>> rejected() {
    Map<Integer, List<Round.RejectedRows>> rejected = new TreeMap<>();
    Column composition = regexp_replace(col("origin"), "^" + COMPOSITION, "");
    workspace
        .read(Tables.rejectedBy(Tables.PAIRS.producer()))
        .union(workspace.read(Tables.rejectedBy(Tables.MATHSCALEQA.producer())))
        .where(col("origin").startsWith(COMPOSITION))
        .groupBy(bounds.round(composition).as("round"), col("stage"), col("reason"))
        .count()
        .collectAsList()
        .forEach(
            row ->
                rejected
                    .computeIfAbsent(row.getInt(0), round -> new ArrayList<>())
                    .add(
                        new Round.RejectedRows(
                            row.getString(1), row.getString(2), row.getLong(3))));
    rejected
        .values()
        .forEach(
            rows ->
                rows.sort(
                    Comparator.comparing(Round.RejectedRows::command)
                        .thenComparing(Round.RejectedRows::reason)));
    return rejected;
  }
}
