package io.mathscale.eval.harness;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import io.mathscale.core.config.ScoreConfig.GraderName;
import io.mathscale.core.data.Problem;
import io.mathscale.core.data.RowOrRejection;
import io.mathscale.eval.score.GradedRow;
import io.mathscale.eval.score.GradedRows;
import io.mathscale.eval.score.Outputs;
import java.time.Instant;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Writes all answers in the form in which lm-evaluation-harness logs samples ({@code
 * --log_samples}): a folder a model, a file a data set, a line a problem.
 *
 * @see <a href="https://github.com/EleutherAI/lm-evaluation-harness">the harness</a>
 */
public final class LmEvalSamples {
  /** Folder of the files in the workspace. */
  public static final String FOLDER = "lm-eval";

  private static final String[] PROBLEM = {"model", "dataset", "id"};

  private LmEvalSamples() {}

  /**
   * Writes the files; those of earlier runs stay, as the harness leaves them.
   *
   * @param graded rows that have grades, each sample once
   * @param outputs what they were made of
   * @param benchmark tells questions that outputs do not tell; may be empty
   * @param root the workspace
   * @param time of the run; part of the names of the files
   */
  public static void write(
      Dataset<GradedRow> graded,
      Outputs outputs,
      Dataset<Problem> benchmark,
      Path root,
      Instant time) {
    SerializableConfiguration hadoop =
        new SerializableConfiguration(graded.sparkSession().sparkContext().hadoopConfiguration());
    problems(graded, outputs, benchmark)
        .repartition(col("model"), col("dataset"))
        .sortWithinPartitions(PROBLEM[0], PROBLEM[1], PROBLEM[2])
        .foreachPartition(
            new LmEvalFiles(new Path(root, FOLDER).toString(), time.toString(), hadoop));
  }

  /** The problems of each model with their answers. */
  static Dataset<LmEvalProblem> problems(
      Dataset<GradedRow> graded, Outputs outputs, Dataset<Problem> benchmark) {
    Dataset<Row> texts =
        outputs
            .rows()
            .where(col(RowOrRejection.REJECTED).isNull())
            .select(RowOrRejection.VALUE + ".*")
            .select("file", "row", "model", "dataset", "id", "sample", "completion", "question")
            .alias("text");
    // Rows of files are told apart by their places, rows of the table by their samples.
    Column isSameRow =
        col("grade.file")
            .equalTo(col("text.file"))
            .and(col("grade.row").equalTo(col("text.row")))
            .and(col("grade.model").equalTo(col("text.model")))
            .and(col("grade.dataset").equalTo(col("text.dataset")))
            .and(col("grade.id").equalTo(col("text.id")))
            .and(
                col("grade.file").notEqual("").or(col("grade.sample").equalTo(col("text.sample"))));
    Column answer =
        struct(
            col("grade.sample").as("sample"),
            col("text.completion").as("completion"),
            col("grade.extracted").as("extracted"),
            col("strictRight").as("strict"),
            col("grade.mwpbench").as("mwpbench"),
            col("grade.rule").as("rule"));
    Dataset<Row> answered =
        graded
            .withColumn("strictRight", GradedRows.isRight(GraderName.STRICT))
            .alias("grade")
            .join(texts, isSameRow)
            .groupBy(
                col("grade.model").as("model"),
                col("grade.dataset").as("dataset"),
                col("grade.id").as("id"))
            .agg(
                max(col("text.question")).as("question"),
                min(col("grade.reference")).as("reference"),
                sort_array(collect_list(answer)).as("answers"));
    return withQuestions(answered, benchmark);
  }

  private static Dataset<LmEvalProblem> withQuestions(
      Dataset<Row> answered, Dataset<Problem> benchmark) {
    Dataset<Row> questions = benchmark.groupBy("dataset", "id").agg(min("question").as("known"));
    Column question =
        when(col("question").notEqual(""), col("question"))
            .otherwise(coalesce(col("known"), lit("")));
    return answered
        .join(broadcast(questions), new String[] {"dataset", "id"}, "left")
        .withColumn("question", question)
        .select("model", "dataset", "id", "question", "reference", "answers")
        .as(LmEvalProblem.ENCODER);
  }
}
