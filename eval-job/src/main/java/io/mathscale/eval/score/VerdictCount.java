package io.mathscale.eval.score;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;

import io.mathscale.core.data.StrictVerdict;
import io.mathscale.core.encoder.RecordEncoders;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;

/**
 * The number of answers that were graded by the same rule with the same verdicts.
 *
 * @param model the model
 * @param dataset {@code data_topic}
 * @param strict what the strict grader says
 * @param mwpbench whether the released rules call them right
 * @param rule the rule that decided
 * @param isTruncated whether they were truncated at the token limit
 * @param rows number of answers
 * @param id id of the problem of one of them, the first by id
 * @param extracted its answer
 * @param reference the reference answer to it
 */
public record VerdictCount(
    String model,
    String dataset,
    StrictVerdict strict,
    boolean mwpbench,
    String rule,
    boolean isTruncated,
    long rows,
    String id,
    String extracted,
    String reference) {
  /** Rows of this type, a column a component. */
  public static final Encoder<VerdictCount> ENCODER = RecordEncoders.of(VerdictCount.class);

  /**
   * Counts graded rows.
   *
   * @param graded rows that have grades, each sample once
   */
  public static List<VerdictCount> of(Dataset<GradedRow> graded) {
    return graded
        .groupBy("model", "dataset", "strict", "mwpbench", "rule", "isTruncated")
        .agg(
            count(lit(1)).as("rows"),
            min(struct("id", "sample", "extracted", "reference")).as("example"))
        .select(
            col("model"),
            col("dataset"),
            col("strict"),
            col("mwpbench"),
            col("rule"),
            col("isTruncated"),
            col("rows"),
            col("example.id").as("id"),
            col("example.extracted").as("extracted"),
            col("example.reference").as("reference"))
        // Few rows: one task sorts them, without a job before that takes samples.
        .coalesce(1)
        .sortWithinPartitions("model", "dataset", "strict", "mwpbench", "rule", "isTruncated")
        .as(ENCODER)
        .collectAsList();
  }
}
