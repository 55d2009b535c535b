package io.mathscale.generator.prompts;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.posexplode_outer;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import io.mathscale.core.data.Composition;
import io.mathscale.core.data.SeedQuestion;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Puts the texts of the examples to compositions, which name them by id. */
public final class CompositionPrompts {
  private CompositionPrompts() {}

  /** A row for each composition, also where no example can be shown. */
  public static Dataset<CompositionPrompt> of(
      Dataset<Composition> compositions, Dataset<SeedQuestion> seeds) {
    Dataset<Row> wanted =
        compositions.select(
            col("id"),
            col("topics"),
            col("knowledgePoints"),
            posexplode_outer(col("examples")).as(new String[] {"place", "seed"}));
    Dataset<Row> found = wanted.join(texts(seeds), "seed", "left");

    // Lists leave nulls out; structs sort by their first field.
    Column example = struct(col("place"), col("question"), col("solution"));
    Column shown = when(col("question").isNotNull(), example);
    return found
        .groupBy("id")
        .agg(
            first("topics").as("topics"),
            first("knowledgePoints").as("knowledgePoints"),
            array_sort(collect_list(shown)).as("examples"))
        .as(CompositionPrompt.ENCODER);
  }

  private static Dataset<Row> texts(Dataset<SeedQuestion> seeds) {
    Column hasSolution = trim(col("solution")).notEqual("");
    Column hasAnswer = trim(col("answer")).notEqual("");
    return seeds
        .where(hasSolution.or(hasAnswer))
        .select(
            col("id").as("seed"),
            col("question"),
            when(hasSolution, col("solution")).otherwise(col("answer")).as("solution"));
  }
}
