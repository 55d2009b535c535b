package io.mathscale.generator.solve;

import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.when;

import io.mathscale.core.identity.StableHash;
import org.apache.spark.sql.Column;

/** Ids of solutions, which name their question, so that rows that share one stay together. */
public final class SolutionIds {
  /** Origin of rows of training data that are solutions of questions whose answers are known. */
  public static final String ORIGIN = "solved";

  private SolutionIds() {}

  /** The id of a solution: that of its question, {@code -}, and a hash of model and sample. */
  static String of(String question, String model, int sample) {
    return question + "-" + StableHash.contentId(model, sample);
  }

  /**
   * The id of a row's question: of solutions that of the question, which several have; else that of
   * the row.
   *
   * @param origin of the row of training data
   * @param id of the row
   */
  public static Column question(Column origin, Column id) {
    return when(origin.equalTo(ORIGIN), regexp_replace(id, "-[0-9a-f]{32}$", "")).otherwise(id);
  }
}
