package io.mathscale.eval.score;

import io.mathscale.core.config.ScoreConfig.GraderName;
import io.mathscale.core.encoder.RecordEncoders;
import io.mathscale.eval.metrics.SampleCounts;
import io.mathscale.eval.metrics.Tally;
import org.apache.spark.sql.Encoder;

/**
 * The number of problems of a data set whose answers were graded alike.
 *
 * @param model the model; empty for the problems of the benchmark, answered or not
 * @param dataset {@code data_topic}
 * @param isFirst whether they are among the first of their data set, up to the cap
 * @param isKnown whether they stand in the benchmark
 * @param samples graded answers to each
 * @param mwpbench those that the released rules call right
 * @param strict those that the strict grader calls right
 * @param undecided those of which the strict grader cannot tell
 * @param truncated those that were truncated at the token limit
 * @param problems number of problems
 */
public record ProblemCount(
    String model,
    String dataset,
    boolean isFirst,
    boolean isKnown,
    int samples,
    int mwpbench,
    int strict,
    int undecided,
    int truncated,
    long problems) {
  static final Encoder<ProblemCount> ENCODER = RecordEncoders.of(ProblemCount.class);

  /** What a grader makes of these problems. */
  Tally tally(GraderName grader) {
    return switch (grader) {
      case MWPBENCH ->
          Tally.of(new SampleCounts(samples, mwpbench), problems, 0, truncated * problems);
      case STRICT ->
          Tally.of(
              new SampleCounts(samples, strict),
              problems,
              undecided * problems,
              truncated * problems);
    };
  }
}
