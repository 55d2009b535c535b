package io.mathscale.eval.score;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;

import io.mathscale.core.config.ScoreConfig.GraderName;
import io.mathscale.eval.metrics.SampleSizes;
import java.util.Iterator;
import java.util.Optional;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Counts the problems of which the most frequent answer is right. */
final class MajorityCounts {
  private MajorityCounts() {}

  /**
   * Counts by model, data set and number of answers.
   *
   * @param graded rows that have grades, each sample once
   * @param problems the problems with {@code isFirst}
   */
  static Dataset<MajorityCount> of(Dataset<GradedRow> graded, Dataset<Row> problems) {
    Column sample =
        struct(
            col("sample"),
            col("extracted"),
            GradedRows.isRight(GraderName.MWPBENCH).as("mwpbench"),
            GradedRows.isRight(GraderName.STRICT).as("strict"));
    Dataset<SampleGroup> groups =
        graded
            .groupBy("dataset", "id", "model")
            .agg(sort_array(collect_list(sample)).as("samples"))
            .join(problems.select("dataset", "id", "isFirst"), new String[] {"dataset", "id"})
            .select("model", "dataset", "isFirst", "samples")
            .as(SampleGroup.ENCODER);
    return groups
        .flatMap(
            (FlatMapFunction<SampleGroup, MajorityCount>) MajorityCounts::count,
            MajorityCount.ENCODER)
        .groupBy("model", "dataset", "isFirst", "k")
        .agg(sum("mwpbench").as("mwpbench"), sum("strict").as("strict"))
        .as(MajorityCount.ENCODER);
  }

  private static Iterator<MajorityCount> count(SampleGroup group) {
    return SampleSizes.upTo(group.samples().size()).stream().map(k -> count(group, k)).iterator();
  }

  private static MajorityCount count(SampleGroup group, int k) {
    Optional<GradedSample> majority = MajorityVote.of(group.samples(), k);
    return new MajorityCount(
        group.model(),
        group.dataset(),
        group.isFirst(),
        k,
        majority.filter(GradedSample::mwpbench).isPresent() ? 1 : 0,
        majority.filter(GradedSample::strict).isPresent() ? 1 : 0);
  }
}
