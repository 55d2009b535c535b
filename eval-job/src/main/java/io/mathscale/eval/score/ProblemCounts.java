package io.mathscale.eval.score;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_append;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.mathscale.core.config.ScoreConfig.GraderName;
import io.mathscale.core.data.Problem;
import io.mathscale.core.data.StrictVerdict;
import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Counts problems by what came of them: all that the metrics are made of. */
final class ProblemCounts {
  private static final Column[] COLUMNS =
      Arrays.stream(ProblemCount.ENCODER.schema().names())
          .map(functions::col)
          .toArray(Column[]::new);

  private ProblemCounts() {}

  /**
   * The problems, ranked, with {@code outcomes}: a list with what came of each model's answers to
   * it; null where nobody answered.
   *
   * @param graded rows that have grades, each sample once
   */
  static Dataset<Row> problems(Dataset<GradedRow> graded, Dataset<Problem> benchmark, long cap) {
    Column isUndecided = col("strict").equalTo(StrictVerdict.UNDECIDED.name());
    Dataset<Row> answered =
        graded
            .groupBy("dataset", "id", "model")
            .agg(
                number(lit(1)).as("samples"),
                number(GradedRows.isRight(GraderName.MWPBENCH)).as("mwpbench"),
                number(GradedRows.isRight(GraderName.STRICT)).as("strict"),
                number(isUndecided).as("undecided"),
                number(col("isTruncated")).as("truncated"))
            .groupBy("dataset", "id")
            .agg(
                collect_list(
                        struct("model", "samples", "mwpbench", "strict", "undecided", "truncated"))
                    .as("outcomes"));
    return RankedProblems.of(answered, benchmark, cap);
  }

  private static Column number(Column of) {
    return sum(of.cast("int")).cast("int");
  }

  /**
   * Counts of the answered problems by model and data set, and of all problems of the benchmark by
   * data set, without a model.
   *
   * @param problems the problems, ranked, with their outcomes
   */
  static Dataset<ProblemCount> of(Dataset<Row> problems) {
    Column outcomes = col("outcomes");
    Column withoutModel =
        struct(
            lit("").as("model"),
            lit(0).as("samples"),
            lit(0).as("mwpbench"),
            lit(0).as("strict"),
            lit(0).as("undecided"),
            lit(0).as("truncated"));
    Column counted =
        when(not(col("isKnown")), outcomes)
            .when(outcomes.isNull(), array(withoutModel))
            .otherwise(array_append(outcomes, withoutModel));
    Column[] keys = Arrays.copyOf(COLUMNS, COLUMNS.length - 1);
    return problems
        .select(col("dataset"), col("isFirst"), col("isKnown"), explode(counted).as("outcome"))
        .select("dataset", "isFirst", "isKnown", "outcome.*")
        .groupBy(keys)
        .agg(count(lit(1)).as("problems"))
        .select(COLUMNS)
        .as(ProblemCount.ENCODER);
  }
}
