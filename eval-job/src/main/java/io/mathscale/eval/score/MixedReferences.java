package io.mathscale.eval.score;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;

import java.util.Locale;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Finds ids that stand for more than one problem: files that were put together may count theirs
 * from 0 each, and then answers to two problems are samples of one.
 */
public final class MixedReferences {
  private MixedReferences() {}

  /**
   * What users are told where answers to one problem have different references; empty where they do
   * not.
   *
   * @param graded rows that have grades
   */
  public static Optional<String> warning(Dataset<GradedRow> graded) {
    Row mixed =
        graded
            .groupBy("dataset", "id")
            .agg(min("reference").as("one"), max("reference").as("other"))
            .where(col("one").notEqual(col("other")))
            .agg(count(lit(1)), min(struct("dataset", "id", "one", "other")))
            .head();
    long problems = mixed.getLong(0);
    if (problems == 0) {
      return Optional.empty();
    }

    Row first = mixed.getStruct(1);
    return Optional.of(
        String.format(
            Locale.ROOT,
            "WARNING: outputs with one id must be of one problem, with one reference: those of %,d ids"
                + " are not, such as %s of %s (\"%s\" and \"%s\"); they count as samples of one",
            problems,
            first.getString(1),
            first.getString(0),
            first.getString(2),
            first.getString(3)));
  }
}
