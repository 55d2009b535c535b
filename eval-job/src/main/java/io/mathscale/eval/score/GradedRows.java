package io.mathscale.eval.score;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import io.mathscale.core.config.ScoreConfig.GraderName;
import io.mathscale.core.data.Judgement;
import io.mathscale.core.data.Problem;
import io.mathscale.core.data.Rejected;
import io.mathscale.core.data.RejectionReason;
import io.mathscale.core.data.RowOrRejection;
import io.mathscale.core.data.StrictVerdict;
import io.mathscale.core.data.Verdict;
import io.mathscale.eval.grading.AnswerForm;
import java.util.Arrays;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.functions;
import org.apache.spark.storage.StorageLevel;

/**
 * Model outputs with the grades of their answers, and those that have none: graded once and kept on
 * disk until closed. All rows of a problem stand in one partition, so that what is counted by
 * problem needs no exchange.
 */
public final class GradedRows implements AutoCloseable {
  /** The command whose rows these are. */
  static final String STAGE = "score";

  private static final Column REJECTED = col(RowOrRejection.REJECTED);

  /** The columns of {@link GradedRow}, and the rejection of a row that has none of them. */
  private final Dataset<Row> rows;

  private GradedRows(Dataset<Row> rows) {
    this.rows = rows;
  }

  /**
   * Grades outputs when they are first looked at. A row without a reference, question or options
   * takes those of the benchmark's problem with its id and data set.
   *
   * @param outputs the outputs
   * @param benchmark the benchmark; may be empty
   * @param form the form of answers that is prescribed
   */
  public static GradedRows of(Outputs outputs, Dataset<Problem> benchmark, AnswerForm form) {
    return kept(graded(outputs, benchmark, form));
  }

  /**
   * The same, with the judges' verdicts on what the strict grader leaves undecided.
   *
   * @param judgements what judges say
   * @param judges how many were asked
   */
  public static GradedRows judged(
      Outputs outputs,
      Dataset<Problem> benchmark,
      AnswerForm form,
      Dataset<Judgement> judgements,
      int judges) {
    return kept(JudgedRows.of(graded(outputs, benchmark, form), judgements, judges));
  }

  private static GradedRows kept(Dataset<Row> rows) {
    return new GradedRows(rows.persist(StorageLevel.DISK_ONLY()));
  }

  private static Dataset<Row> graded(Outputs outputs, Dataset<Problem> benchmark, AnswerForm form) {
    MapFunction<RowOrRejection<OutputRow>, RowOrRejection<GradedRow>> grade =
        row -> GradedRow.of(row, form);
    return numbered(
        withProblems(outputs.rows(), benchmark)
            .map(grade, RowOrRejection.encoder(GradedRow.ENCODER)));
  }

  /**
   * Outputs in which a row without a reference, question or options has those of the benchmark's
   * problem with its id and data set.
   */
  public static Dataset<RowOrRejection<OutputRow>> withProblems(
      Dataset<RowOrRejection<OutputRow>> outputs, Dataset<Problem> benchmark) {
    Column output = col(RowOrRejection.VALUE);
    Dataset<Row> problems =
        benchmark.select(
            col("id").as("problem"),
            col("dataset").as("problemDataset"),
            col("answer"),
            col("question").as("problemQuestion"),
            col("options").as("problemOptions"));
    Column isSameProblem =
        output
            .getField("id")
            .equalTo(col("problem"))
            .and(output.getField("dataset").equalTo(col("problemDataset")));
    Column options = output.getField("options");
    Column isGiven = size(options).gt(0);
    Column known = coalesce(col("problemOptions"), array().cast("array<string>"));
    Column complete =
        output
            .withField("reference", givenOr(output.getField("reference"), col("answer")))
            .withField("question", givenOr(output.getField("question"), col("problemQuestion")))
            .withField("options", when(isGiven, options).otherwise(known));
    return outputs
        .join(broadcast(problems), isSameProblem, "left")
        .select(complete.as(RowOrRejection.VALUE), REJECTED)
        .as(RowOrRejection.encoder(OutputRow.ENCODER));
  }

  private static Column givenOr(Column given, Column known) {
    return when(given.notEqual(""), given).otherwise(coalesce(known, lit("")));
  }

  /**
   * Numbers the answers of a model to a problem that do not say which they are, in the order in
   * which they stand, and rejects those that say what an earlier one says.
   */
  private static Dataset<Row> numbered(Dataset<RowOrRejection<GradedRow>> graded) {
    Column isUnnumbered = col("sample").equalTo(OutputRow.UNNUMBERED);
    WindowSpec ofProblem =
        Window.partitionBy(col("model"), col("dataset"), col("id"), isUnnumbered)
            .orderBy("file", "row");
    WindowSpec ofSample =
        Window.partitionBy("model", "dataset", "id", "sample").orderBy("file", "row");
    Column isRepeated = REJECTED.isNull().and(col("repetition").gt(1));

    // Rejected rows have a key of their own each: they must not meet in one task.
    Column key = coalesce(col("id"), REJECTED.getField("origin"));
    // Both windows, and all that is counted by problem after this, do with this one exchange.
    return graded
        .select(RowOrRejection.VALUE + ".*", RowOrRejection.REJECTED)
        .withColumn("id", key)
        .repartition(col("dataset"), col("id"))
        .withColumn(
            "sample",
            when(isUnnumbered, row_number().over(ofProblem).minus(1)).otherwise(col("sample")))
        .withColumn("repetition", row_number().over(ofSample))
        .withColumn(RowOrRejection.REJECTED, when(isRepeated, repeatedSample()).otherwise(REJECTED))
        .drop("repetition");
  }

  private static Column repeatedSample() {
    Column detail =
        concat(lit("sample must be another in each row of a model and a problem: "), col("sample"));
    Column origin =
        when(col("file").equalTo(""), lit("outputs"))
            .otherwise(concat(col("file"), lit(", row "), col("row")));
    return struct(
        col("id"),
        lit(STAGE).as("stage"),
        lit(RejectionReason.DUPLICATE.name()).as("reason"),
        detail.as("detail"),
        origin.as("origin"),
        functions.substring(col("extracted"), 1, Rejected.MAX_CONTENT).as("content"),
        lit("").as("call"));
  }

  /** The rows that have grades, each sample once. */
  public Dataset<GradedRow> good() {
    return good(GradedRow.ENCODER);
  }

  /** The verdicts on the rows that have grades. */
  public Dataset<Verdict> verdicts() {
    return good(Verdict.ENCODER);
  }

  private <T> Dataset<T> good(Encoder<T> encoder) {
    Column[] columns =
        Arrays.stream(encoder.schema().names()).map(functions::col).toArray(Column[]::new);
    return rows.where(REJECTED.isNull()).select(columns).as(encoder);
  }

  /** The rows that have no grades. */
  public Dataset<Rejected> rejected() {
    return rows.where(REJECTED.isNotNull())
        .select(RowOrRejection.REJECTED + ".*")
        .as(Rejected.ENCODER);
  }

  /**
   * The condition that a grader calls a graded row right; holds for rows of verdicts too.
   *
   * @param grader the grader that is asked
   */
  public static Column isRight(GraderName grader) {
    return switch (grader) {
      case MWPBENCH -> col("mwpbench");
      case STRICT -> col("strict").equalTo(StrictVerdict.RIGHT.name());
    };
  }

  /** Releases the kept rows. */
  @Override
  public void close() {
    rows.unpersist();
  }
}
