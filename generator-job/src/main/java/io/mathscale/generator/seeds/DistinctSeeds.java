package io.mathscale.generator.seeds;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;

import io.mathscale.core.data.SeedQuestion;
import java.util.List;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * Makes one seed of the rows that ask the same question: one that has a solution, or else an
 * answer, and of these the first in the order of the files.
 */
final class DistinctSeeds {
  private DistinctSeeds() {}

  /**
   * The same rows, where of each id one has the seed and the others are rejected duplicates.
   *
   * @param command the command that reads
   */
  static Dataset<SeedRow> of(Dataset<SeedRow> rows, String command) {
    // Rejected rows have a key of their own each: they must not meet in one task.
    MapFunction<SeedRow, String> key = row -> row.seed() == null ? row.origin() : row.seed().id();
    Column[] bestFirst = {
      col("seed.solution").equalTo(""), col("seed.answer").equalTo(""), col("file"), col("row")
    };
    return rows.groupByKey(key, Encoders.STRING())
        .flatMapSortedGroups(bestFirst, new JoinDuplicates(command), SeedRow.ENCODER);
  }

  /** The first seeds in the order of their ids; all of them for a limit of 0. */
  static Dataset<SeedQuestion> firstById(Dataset<SeedQuestion> seeds, long limit) {
    if (limit == 0) {
      return seeds;
    }

    // Only ids are sorted; the seeds stay where they are.
    List<Row> last =
        seeds
            .select("id")
            .orderBy("id")
            .limit((int) Math.min(limit, Integer.MAX_VALUE))
            .agg(max("id"))
            .collectAsList();
    return seeds.where(col("id").leq(last.get(0).getString(0)));
  }
}
