package io.mathscale.generator.refine;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;

import io.mathscale.core.data.Difficulty;
import io.mathscale.core.data.PassRate;
import io.mathscale.core.data.QaPair;
import io.mathscale.core.encoder.RecordEncoders;
import io.mathscale.generator.solve.SolutionIds;
import java.util.List;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import scala.Tuple2;

/**
 * What the tries of all models say of a question.
 *
 * @param question id of the question
 * @param passRate mean of the models' rates; null where none is known
 * @param tries tries of all of them
 * @param rule the rule by which they ended
 * @param models the rate of each, in the order of their names
 */
public record QuestionRates(
    String question, Double passRate, int tries, String rule, List<Difficulty.ModelRate> models) {
  /** Rows of this type, a column a component. */
  public static final Encoder<QuestionRates> ENCODER = RecordEncoders.of(QuestionRates.class);

  /** Copies the list. */
  public QuestionRates {
    models = List.copyOf(models);
  }

  /** A row for each question that was tried. */
  static Dataset<QuestionRates> of(Dataset<PassRate> rates) {
    return rates
        .groupBy("question")
        .agg(
            avg("passRate").as("passRate"),
            sum("tries").cast("int").as("tries"),
            min("rule").as("rule"),
            array_sort(collect_list(struct(col("model"), col("passRate"), col("tries"))))
                .as("models"))
        .as(ENCODER);
  }

  /**
   * The same candidates, those of questions that were tried with what the tries say.
   *
   * @param candidates seeds and solutions
   */
  static Dataset<Candidate> put(Dataset<Candidate> candidates, Dataset<PassRate> rates) {
    Dataset<QuestionRates> questions = of(rates);
    MapFunction<Tuple2<Candidate, QuestionRates>, Candidate> rated =
        both -> both._2() == null ? both._1() : both._2().on(both._1());
    return candidates
        .joinWith(
            questions,
            SolutionIds.question(candidates.col("pair.origin"), candidates.col("pair.id"))
                .equalTo(questions.col("question")),
            "left_outer")
        .map(rated, Candidate.ENCODER);
  }

  private Candidate on(Candidate candidate) {
    QaPair pair = candidate.pair();
    return new Candidate(
        pair.withDifficulty(pair.difficulty().measured(passRate, tries, rule, models)),
        candidate.rejected());
  }
}
