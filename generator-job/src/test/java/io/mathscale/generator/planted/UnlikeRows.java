package io.mathscale.generator.planted;

import static org.apache.spark.sql.functions.col;

import io.mathscale.core.text.NormalForm;
import io.mathscale.core.text.Shingles;
import io.mathscale.core.workspace.Tables;
import io.mathscale.core.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How many clean rows went although no other row is near them: each is compared with all rows, by
 * runs of three tokens.
 *
 * @param compared clean rows that were kept and compared, a sample
 * @param unlike those of the sample that no other row is near
 * @param kept clean rows that were kept
 * @param lost clean rows that went and that no other row is near, by reason
 */
public record UnlikeRows(long compared, long unlike, long kept, SortedMap<String, Long> lost) {
  /** The Jaccard index from which another row counts as near. */
  private static final double NEAR = 0.7;

  private static final int RUN = 3;
  private static final int SAMPLE = 2_000;

  /**
   * The question of a row.
   *
   * @param row its place among all
   * @param reason why it went; null if it stayed
   */
  private record Text(int row, String reason) {}

  static UnlikeRows of(Workspace workspace, Dataset<PlantedRow> planted) {
    Dataset<Row> rejected =
        workspace.read(Tables.rejectedBy("refine")).groupBy("id").agg(Map.of("reason", "min"));
    List<int[]> all = new ArrayList<>();
    List<Text> lost = new ArrayList<>();
    List<Text> kept = new ArrayList<>();
    for (Row row :
        planted
            .select(col("pair.id").as("id"), col("pair.question"), col("fault"))
            .join(rejected, "id", "left")
            .orderBy("id")
            .collectAsList()) {
      int[] tokens = Shingles.hashes(NormalForm.of(row.getString(1)).tokens());
      Text text = new Text(all.size(), row.getString(3));
      all.add(Shingles.set(tokens, RUN));
      if (row.getString(2).equals(Fault.CLEAN.name())) {
        (text.reason() == null ? kept : lost).add(text);
      }
    }

    SortedMap<String, Long> reasons = new TreeMap<>();
    for (Text text : unlike(lost, all)) {
      reasons.merge(text.reason(), 1L, Long::sum);
    }

    int step = Math.max(1, kept.size() / SAMPLE);
    List<Text> sample =
        IntStream.range(0, kept.size() / step).mapToObj(i -> kept.get(i * step)).toList();
    return new UnlikeRows(sample.size(), unlike(sample, all).size(), kept.size(), reasons);
  }

  private static List<Text> unlike(List<Text> texts, List<int[]> all) {
    return texts.parallelStream().filter(text -> !isNear(all.get(text.row()), all)).toList();
  }

  private static boolean isNear(int[] one, List<int[]> all) {
    for (int[] other : all) {
      int least = Math.min(one.length, other.length);
      int most = Math.max(one.length, other.length);
      if (one != other && least >= NEAR * most && Shingles.jaccard(one, other) >= NEAR) {
        return true;
      }
    }

    return false;
  }

  /** The share of the clean rows without a near one that went. */
  public double share() {
    long gone = lost.values().stream().mapToLong(Long::longValue).sum();
    double staying = compared == 0 ? 0 : (double) kept * unlike / compared;
    return gone == 0 ? 0 : gone / (gone + staying);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "Clean rows that no other is near (Jaccard index below %.1f, each compared with all):"
            + " %.3f %% lost: %s%n  kept %,d, of which %,d of a sample of %,d are such%n",
        NEAR,
        100 * share(),
        lost,
        kept,
        unlike,
        compared);
  }
}
