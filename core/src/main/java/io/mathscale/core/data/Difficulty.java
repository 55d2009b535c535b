package io.mathscale.core.data;

import io.mathscale.core.encoder.RecordEncoders;
import java.util.List;
import org.apache.spark.sql.Encoder;

/**
 * How difficult a row of training data is, as far as that is known.
 *
 * @param passRate share of tries at the question that are right, the mean of the models'; null
 *     where it is not known
 * @param tries tries that the rates come of, of all models; 0 where nobody tried
 * @param rule the rule by which tries ended; empty where nobody tried
 * @param steps lines and sentences of the solution
 * @param graderRule the rule by which the strict grader found the solution's answer equal to the
 *     known one; empty where it was not asked
 * @param models the rate of each model, in the order of their names
 */
public record Difficulty(
    Double passRate, int tries, String rule, int steps, String graderRule, List<ModelRate> models) {
  /** Rows of this type, a column a component. */
  public static final Encoder<Difficulty> ENCODER = RecordEncoders.of(Difficulty.class);

  /** Nothing is known. */
  public static final Difficulty UNKNOWN = new Difficulty(null, 0, "", 0, "", List.of());

  /** Copies the list. */
  public Difficulty {
    models = List.copyOf(models);
  }

  /**
   * How often one model is right.
   *
   * @param model the model, as configured
   * @param passRate share of its tries that are right; null where it cannot be told
   * @param tries its tries that count
   */
  public record ModelRate(String model, Double passRate, int tries) {}

  /** Of a solution of so many steps, and nothing else. */
  public static Difficulty ofSteps(int steps, String graderRule) {
    return new Difficulty(null, 0, "", steps, graderRule, List.of());
  }

  /** The same with what tries at the question say. */
  public Difficulty measured(
      Double rate, int allTries, String stoppingRule, List<ModelRate> ofModels) {
    return new Difficulty(rate, allTries, stoppingRule, steps, graderRule, ofModels);
  }
}
