package io.mathscale.graph.concepts;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.negate;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The distinct concepts of the seeds. */
public final class ConceptFrequencies {
  private ConceptFrequencies() {}

  /** Each concept with its most frequent spelling. */
  public static Dataset<ConceptFrequency> in(Dataset<Mention> mentions) {
    Dataset<Row> spellings =
        mentions.groupBy("kind", "identity", "name").agg(count(lit(1)).as("spelled"));

    Column mostFrequentFirst = struct(negate(col("spelled")).as("rank"), col("name"));
    return spellings
        .groupBy("kind", "identity")
        .agg(min(mostFrequentFirst).as("shown"), sum("spelled").as("seeds"))
        .select(col("kind"), col("identity"), col("shown.name").as("name"), col("seeds"))
        .as(ConceptFrequency.ENCODER);
  }
}
