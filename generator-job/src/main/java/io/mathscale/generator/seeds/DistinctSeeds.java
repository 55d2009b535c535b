package io.mathscale.generator.seeds;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.when;

import io.mathscale.core.data.Rejected;
import io.mathscale.core.data.RejectionReason;
import io.mathscale.core.data.RowOrRejection;
import io.mathscale.core.data.SeedQuestion;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/** Makes one seed of the rows that ask the same question: the first in the order of the files. */
final class DistinctSeeds {
  private DistinctSeeds() {}

  /** The same rows, where every seed but the first of its id is a rejected duplicate. */
  static Dataset<RowOrRejection<PlacedSeed>> of(
      Dataset<RowOrRejection<PlacedSeed>> rows, String command) {
    // Rejected rows have a key of their own each: they must not meet in one task.
    Column hasSeed = col("value").isNotNull();
    Column key = when(hasSeed, col("value.seed.id")).otherwise(col("rejected.origin"));
    WindowSpec sameQuestion = Window.partitionBy("key").orderBy("value.file", "value.row");
    Column isDuplicate = hasSeed.and(col("place").gt(1));
    Column duplicate =
        struct(
            col("value.seed.id").as("id"),
            lit(command).as("stage"),
            lit(RejectionReason.DUPLICATE.name()).as("reason"),
            concat(
                    lit("the same question as "),
                    col("value.seed.id"),
                    lit(" in "),
                    col("firstOrigin"))
                .as("detail"),
            col("value.origin").as("origin"),
            substring(col("value.seed.question"), 1, Rejected.MAX_CONTENT).as("content"),
            lit("").as("call"));
    return rows.withColumn("key", key)
        .withColumn("place", row_number().over(sameQuestion))
        .withColumn("firstOrigin", first("value.origin").over(sameQuestion))
        .select(
            when(not(isDuplicate), col("value")).as("value"),
            when(isDuplicate, duplicate).otherwise(col("rejected")).as("rejected"))
        .as(RowOrRejection.encoder(PlacedSeed.ENCODER));
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
