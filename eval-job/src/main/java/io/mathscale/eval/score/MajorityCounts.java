package io.mathscale.eval.score;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;

import io.mathscale.core.data.StrictVerdict;
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
   * @param graded rows that have marks, each sample once
   * @param problems the problems with {@code isFirst}
   */
  static Dataset<MajorityCount> of(Dataset<GradedRow> graded, Dataset<Row> problems) {
    Column isRight = col("strict").equalTo(StrictVerdict.RIGHT.name());
    Column vote = struct(col("sample"), col("extracted"), col("mwpbench"), isRight.as("strict"));
    Dataset<Ballot> ballots =
        graded
            .groupBy("model", "dataset", "id")
            .agg(sort_array(collect_list(vote)).as("votes"))
            .join(problems, new String[] {"dataset", "id"})
            .select("model", "dataset", "isFirst", "votes")
            .as(Ballot.ENCODER);
    return ballots
        .flatMap(
            (FlatMapFunction<Ballot, MajorityCount>) MajorityCounts::count, MajorityCount.ENCODER)
        .groupBy("model", "dataset", "isFirst", "k")
        .agg(sum("mwpbench").as("mwpbench"), sum("strict").as("strict"))
        .as(MajorityCount.ENCODER);
  }

  private static Iterator<MajorityCount> count(Ballot ballot) {
    return SampleSizes.upTo(ballot.votes().size()).stream().map(k -> count(ballot, k)).iterator();
  }

  private static MajorityCount count(Ballot ballot, int k) {
    Optional<Vote> winner = Majority.of(ballot.votes(), k);
    return new MajorityCount(
        ballot.model(),
        ballot.dataset(),
        ballot.isFirst(),
        k,
        winner.filter(Vote::mwpbench).isPresent() ? 1 : 0,
        winner.filter(Vote::strict).isPresent() ? 1 : 0);
  }
}
