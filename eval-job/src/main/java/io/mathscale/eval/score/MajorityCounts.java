package io.mathscale.eval.score;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;

import io.mathscale.core.config.ScoreConfig.GraderName;
import io.mathscale.core.identity.StableRandom;
import io.mathscale.eval.metrics.MajorityVote;
import io.mathscale.eval.metrics.MajorityVote.VotedClass;
import io.mathscale.eval.metrics.SampleSizes;
import io.mathscale.eval.metrics.Tally;
import io.mathscale.grader.AnswerClasses;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Counts the problems whose votes are right. Votes count by meaning: answers that the strict grader
 * calls equal are one, whichever grader says whether it is right.
 */
final class MajorityCounts {
  private MajorityCounts() {}

  /**
   * Counts by model, data set and number of answers.
   *
   * @param graded rows that have grades, each sample once
   * @param problems the problems with {@code isFirst}
   * @param seed what subsets of many samples are drawn with
   */
  static Dataset<MajorityCount> of(Dataset<GradedRow> graded, Dataset<Row> problems, long seed) {
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
            .select("model", "dataset", "id", "isFirst", "samples")
            .as(SampleGroup.ENCODER);
    FlatMapFunction<SampleGroup, MajorityCount> count = group -> count(group, seed);
    return groups
        .flatMap(count, MajorityCount.ENCODER)
        .groupBy("model", "dataset", "isFirst", "k")
        .agg(sum("mwpbench").as("mwpbench"), sum("strict").as("strict"))
        .as(MajorityCount.ENCODER);
  }

  private static Iterator<MajorityCount> count(SampleGroup group, long seed) {
    List<GradedSample> samples = group.samples();
    AnswerClasses classes =
        AnswerClasses.of(samples.stream().map(GradedSample::extracted).toList());
    MajorityVote mwpbench = vote(samples, classes, GradedSample::mwpbench);
    MajorityVote strict = vote(samples, classes, GradedSample::strict);
    return SampleSizes.upTo(samples.size()).stream()
        .map(
            k ->
                new MajorityCount(
                    group.model(),
                    group.dataset(),
                    group.isFirst(),
                    k,
                    right(mwpbench, group, k, seed),
                    right(strict, group, k, seed)))
        .iterator();
  }

  private static MajorityVote vote(
      List<GradedSample> samples, AnswerClasses classes, Predicate<GradedSample> isRight) {
    int[] votes = new int[classes.count()];
    int[] right = new int[classes.count()];
    int silent = 0;
    for (int i = 0; i < samples.size(); i++) {
      int number = classes.classOf(i);
      if (number == AnswerClasses.NONE) {
        silent++;
      } else {
        votes[number]++;
        right[number] += isRight.test(samples.get(i)) ? 1 : 0;
      }
    }

    List<VotedClass> voted = new ArrayList<>();
    for (int i = 0; i < votes.length; i++) {
      voted.add(new VotedClass(votes[i], right[i]));
    }

    return new MajorityVote(voted, silent);
  }

  private static long right(MajorityVote vote, SampleGroup group, int k, long seed) {
    SplittableRandom random =
        StableRandom.of(seed, "majority", group.model(), group.dataset(), group.id(), k);
    return Tally.billionths(vote.rightAt(k, random));
  }
}
