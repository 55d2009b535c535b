package io.mathscale.eval.report;

import io.mathscale.core.config.ScoreConfig;
import io.mathscale.core.data.Verdict;
import io.mathscale.eval.compare.Comparison;
import io.mathscale.eval.metrics.Average;
import io.mathscale.eval.metrics.ModelScore;
import io.mathscale.eval.metrics.MwpbenchSet;
import io.mathscale.eval.score.VerdictCount;
import java.util.List;
import java.util.Map;

/**
 * All that a report tells.
 *
 * @param config cap and the grader that ranks
 * @param average which rows and data sets count
 * @param seed the run's seed, which the intervals of the averages are drawn with
 * @param facts what the run was made with, by name
 * @param scores scores by the grader that ranks, best first
 * @param others scores by the other grader, in the same order
 * @param groups scores over groups of data sets, by the grader that ranks
 * @param counts all graded answers, by rule and verdict
 * @param comparisons models beside each other
 * @param disagreementCount answers on which the graders disagree
 * @param disagreements some of them
 * @param accuracies accuracy by level, subject and length
 * @param lowestTopics topics with the fewest right answers
 * @param unsolved problems that no model solves
 * @param samples where the scripts of answers are, as JSON that can stand in a page
 */
record ReportData(
    ScoreConfig config,
    Average average,
    long seed,
    Map<String, String> facts,
    List<ModelScore> scores,
    List<ModelScore> others,
    List<ModelScore> groups,
    List<VerdictCount> counts,
    List<Comparison> comparisons,
    long disagreementCount,
    List<Verdict> disagreements,
    List<GroupAccuracy> accuracies,
    List<TopicAccuracy> lowestTopics,
    UnsolvedProblems unsolved,
    String samples) {
  /** Whether a data set of MWPBench was scored. */
  boolean isOfMwpbench() {
    return scores.stream()
        .flatMap(score -> score.datasets().keySet().stream())
        .anyMatch(key -> MwpbenchSet.of(key).isPresent());
  }
}
