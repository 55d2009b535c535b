package io.mathscale.eval.report;

import io.mathscale.core.config.ScoreConfig;
import io.mathscale.core.data.Verdict;
import io.mathscale.eval.compare.Comparison;
import io.mathscale.eval.metrics.Average;
import io.mathscale.eval.metrics.ModelScore;
import io.mathscale.eval.metrics.MwpbenchSet;
import java.util.List;

/**
 * All that a report tells.
 *
 * @param config cap and the grader that ranks
 * @param average which rows and data sets count
 * @param seed the run's seed, which the intervals of the averages are drawn with
 * @param scores scores by the grader that ranks, best first
 * @param others scores by the other grader, in the same order
 * @param groups scores over groups of data sets, by the grader that ranks
 * @param comparisons models beside each other
 * @param disagreementCount answers on which the graders disagree
 * @param disagreements some of them
 * @param lowestTopics topics with the fewest right answers
 * @param samples answers shown as examples
 */
public record ReportData(
    ScoreConfig config,
    Average average,
    long seed,
    List<ModelScore> scores,
    List<ModelScore> others,
    List<ModelScore> groups,
    List<Comparison> comparisons,
    long disagreementCount,
    List<Verdict> disagreements,
    List<TopicAccuracy> lowestTopics,
    List<SampleAnswer> samples) {
  /** Whether a data set of MWPBench was scored. */
  boolean isOfMwpbench() {
    return scores.stream()
        .flatMap(score -> score.datasets().keySet().stream())
        .anyMatch(key -> MwpbenchSet.of(key).isPresent());
  }
}
