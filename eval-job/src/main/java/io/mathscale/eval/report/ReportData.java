package io.mathscale.eval.report;

import io.mathscale.core.config.ScoreConfig;
import io.mathscale.core.data.Verdict;
import io.mathscale.eval.compare.Comparison;
import io.mathscale.eval.metrics.ModelScore;
import java.util.List;

/**
 * All that a report tells.
 *
 * @param config average, cap and the grader that ranks
 * @param seed the run's seed, which the intervals of the averages are drawn with
 * @param scores scores by the grader that ranks, best first
 * @param others scores by the other grader, in the same order
 * @param comparisons models beside each other
 * @param disagreementCount answers on which the graders disagree
 * @param disagreements some of them
 * @param lowestTopics topics with the fewest right answers
 * @param samples answers shown as examples
 */
public record ReportData(
    ScoreConfig config,
    long seed,
    List<ModelScore> scores,
    List<ModelScore> others,
    List<Comparison> comparisons,
    long disagreementCount,
    List<Verdict> disagreements,
    List<TopicAccuracy> lowestTopics,
    List<SampleAnswer> samples) {}
