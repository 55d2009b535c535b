package io.mathscale.core.examples;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import io.mathscale.core.config.MathscaleConfig;
import io.mathscale.core.data.SeedQuestion;
import io.mathscale.core.data.Solution;
import io.mathscale.core.workspace.Lineage;
import io.mathscale.core.workspace.Table;
import io.mathscale.core.workspace.Tables;
import io.mathscale.core.workspace.Workspace;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The seeds of a workspace as examples show them: those without a worked solution of their own have
 * the first right one that {@code solve} found, if it found one.
 *
 * @param rows the seeds
 * @param inputs the tables that they come of
 */
public record SolvedSeeds(Dataset<SeedQuestion> rows, List<Table<?>> inputs) {
  private static final String FOUND = "_solved";

  /** Copies the list. */
  public SolvedSeeds {
    inputs = List.copyOf(inputs);
  }

  /** As the configuration says; solutions of questions that were replaced since are not used. */
  public static SolvedSeeds in(Workspace workspace, MathscaleConfig config) {
    Dataset<SeedQuestion> seeds = workspace.read(Tables.SEEDS);
    boolean areUsed =
        config.compose().exampleSolved()
            && workspace.has(Tables.SOLVED)
            && new Lineage(workspace).stale(Tables.SOLVED.name()).isEmpty();
    return areUsed
        ? new SolvedSeeds(
            with(seeds, workspace.read(Tables.SOLVED), ExampleSeeds.of(config)),
            List.of(Tables.SEEDS, Tables.SOLVED))
        : new SolvedSeeds(seeds, List.of(Tables.SEEDS));
  }

  static Dataset<SeedQuestion> with(
      Dataset<SeedQuestion> seeds, Dataset<Solution> solutions, ExampleSeeds rule) {
    Dataset<Row> first =
        solutions
            .where(length(trim(col("solution"))).geq(rule.minSolutionChars()))
            .groupBy(col("question").as(FOUND + "_of"))
            .agg(min_by(col("solution"), struct(col("sample"), col("model"))).as(FOUND));
    Column shown =
        when(rule.isWorked(), col("solution")).otherwise(coalesce(col(FOUND), col("solution")));
    return seeds
        .join(first, col("id").equalTo(col(FOUND + "_of")), "left")
        .withColumn("solution", shown)
        .select(Arrays.stream(seeds.columns()).map(name -> col(name)).toArray(Column[]::new))
        .as(SeedQuestion.ENCODER);
  }
}
