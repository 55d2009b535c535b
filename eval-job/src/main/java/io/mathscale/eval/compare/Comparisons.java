package io.mathscale.eval.compare;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;

import io.mathscale.core.config.ScoreConfig;
import io.mathscale.core.config.ScoreConfig.GraderName;
import io.mathscale.core.data.Problem;
import io.mathscale.core.data.Verdict;
import io.mathscale.eval.metrics.Average;
import io.mathscale.eval.metrics.Averages;
import io.mathscale.eval.score.GradedRows;
import io.mathscale.eval.score.RankedProblems;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/** Compares the models of verdicts, problem by problem. */
public final class Comparisons {
  private Comparisons() {}

  /**
   * Each model beside each other; of each data set the rows that the average counts.
   *
   * @param verdicts the verdicts on all models
   * @param benchmark the benchmark; may be empty
   * @param config cap and the grader that ranks
   * @param averages tell which data sets have subjects
   * @param average which rows count
   */
  public static List<Comparison> of(
      Dataset<Verdict> verdicts,
      Dataset<Problem> benchmark,
      ScoreConfig config,
      Averages averages,
      Average average) {
    Dataset<RunAnswer> answers =
        counted(answers(verdicts, config.grader(), ""), benchmark, average, config.cap());
    return Comparison.of(
        PairedAnswers.pairings(PairedAnswers.of(answers)).collectAsList(), averages);
  }

  /**
   * The answers of a workspace.
   *
   * @param verdicts the verdicts of the workspace
   * @param grader whose word counts
   * @param suffix what is put behind the names of the models
   */
  public static Dataset<RunAnswer> answers(
      Dataset<Verdict> verdicts, GraderName grader, String suffix) {
    Column isRight = GradedRows.isRight(grader);
    Column first = struct(col("sample"), isRight.as("right"), col("extracted"), col("reference"));
    return verdicts
        .groupBy(concat(col("model"), lit(suffix)).as("run"), col("dataset"), col("id"))
        .agg(min(first).as("first"), avg(isRight.cast("int")).as("share"))
        .select(
            col("run"),
            col("dataset"),
            col("id"),
            col("first.right"),
            col("share"),
            col("first.extracted"),
            col("first.reference"))
        .as(RunAnswer.ENCODER);
  }

  /**
   * The answers to rows that the configured average counts, or all where it counts none of their
   * data sets.
   *
   * @param answers answers of all runs
   * @param benchmark the benchmark; may be empty
   * @param config average and cap
   * @param groups data sets by the name of the average that is made of them
   */
  public static Dataset<RunAnswer> counted(
      Dataset<RunAnswer> answers,
      Dataset<Problem> benchmark,
      ScoreConfig config,
      Map<String, List<String>> groups) {
    List<String> topics =
        answers.select("dataset").distinct().as(Encoders.STRING()).collectAsList();
    Average average = Averages.of(groups).named(config.average(), topics);
    return counted(answers, benchmark, average, config.cap());
  }

  /**
   * The answers to rows that the average counts; of a group, those to its data sets.
   *
   * @param answers answers of all runs
   * @param benchmark the benchmark; may be empty
   * @param cap so many rows of each data set count where the average is capped
   */
  private static Dataset<RunAnswer> counted(
      Dataset<RunAnswer> answers, Dataset<Problem> benchmark, Average average, long cap) {
    if (average.isOpen()) {
      return answers;
    }

    if (!average.isCapped()) {
      FilterFunction<RunAnswer> isOfGroup = answer -> average.counts(answer.dataset());
      return answers.filter(isOfGroup);
    }

    Dataset<Row> answered = answers.select("dataset", "id").distinct();
    Dataset<Row> first =
        RankedProblems.of(answered, benchmark, cap).where(col("isFirst")).select("dataset", "id");
    return answers
        .join(first, new String[] {"dataset", "id"})
        .select("run", "dataset", "id", "right", "share", "extracted", "reference")
        .as(RunAnswer.ENCODER);
  }
}
