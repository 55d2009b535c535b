package io.mathscale.generator.seeds;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.when;

import io.mathscale.core.data.Rejected;
import io.mathscale.core.data.RejectionReason;
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

  /** The same readings, where every seed but the first of its id is a rejected duplicate. */
  static Dataset<SeedReading> of(Dataset<SeedReading> readings, String stage) {
    // Rows without a seed have a key of their own each: they must not meet in one task.
    Column key =
        when(col("seed").isNotNull(), col("seed.id"))
            .otherwise(concat_ws(":", col("file"), col("row")));
    WindowSpec sameQuestion = Window.partitionBy("key").orderBy("file", "row");
    Column isDuplicate = col("seed").isNotNull().and(col("place").gt(1));
    Column duplicate =
        struct(
            col("seed.id").as("id"),
            lit(stage).as("stage"),
            lit(RejectionReason.DUPLICATE.name()).as("reason"),
            concat(lit("the same question as "), col("seed.id"), lit(" in "), col("firstOrigin"))
                .as("detail"),
            col("origin").as("origin"),
            substring(col("seed.question"), 1, Rejected.MAX_CONTENT).as("content"));
    return readings
        .withColumn("key", key)
        .withColumn("place", row_number().over(sameQuestion))
        .withColumn("firstOrigin", first("origin").over(sameQuestion))
        .select(
            col("file"),
            col("row"),
            col("origin"),
            when(isDuplicate, lit(null)).otherwise(col("seed")).as("seed"),
            when(isDuplicate, duplicate).otherwise(col("rejected")).as("rejected"))
        .as(SeedReading.ENCODER);
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
