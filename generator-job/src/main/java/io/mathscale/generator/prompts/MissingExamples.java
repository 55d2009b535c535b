package io.mathscale.generator.prompts;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;

import io.mathscale.core.data.Composition;
import io.mathscale.core.data.SeedQuestion;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Finds compositions whose examples are gone with older seeds. */
public final class MissingExamples {
  private MissingExamples() {}

  /** The number of compositions that name examples of which no seed stands. */
  public static long count(Dataset<Composition> compositions, Dataset<SeedQuestion> seeds) {
    Dataset<Row> named = compositions.select(col("id"), explode(col("examples")).as("seed"));
    Dataset<Row> standing = seeds.select(col("id").as("seed"), lit(true).as("stands"));
    return named
        .join(standing, new String[] {"seed"}, "left")
        .groupBy("id")
        .agg(max("stands").as("stands"))
        .where(col("stands").isNull())
        .count();
  }
}
