package io.mathscale.core.examples;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.trim;

import io.mathscale.core.config.ComposeConfig.ExampleSolutions;
import io.mathscale.core.config.MathscaleConfig;
import io.mathscale.core.data.SeedQuestion;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;

/**
 * The seeds that may be shown as examples, and what to tell where they are few. A worked solution
 * is one that {@code refine} would take as training data: long enough.
 *
 * @param wanted examples of a composition
 * @param solutions which seeds may be examples
 * @param minSolutionChars a shorter solution is no worked one
 */
public record ExampleSeeds(int wanted, ExampleSolutions solutions, int minSolutionChars) {
  /** As the configuration says. */
  public static ExampleSeeds of(MathscaleConfig config) {
    return new ExampleSeeds(
        config.compose().examples(),
        config.compose().exampleSolutions(),
        Math.max(1, config.refine().minSolutionChars()));
  }

  /** Those of the seeds that may be shown. */
  public Dataset<SeedQuestion> among(Dataset<SeedQuestion> seeds) {
    return seeds.where(
        solutions == ExampleSolutions.WORKED
            ? isWorked()
            : length(trim(col("solution"))).plus(length(trim(col("answer")))).gt(0));
  }

  /** Whether a seed has a worked solution, as a condition on its columns. */
  public Column isWorked() {
    return length(trim(col("solution"))).geq(minSolutionChars);
  }

  /**
   * What to tell before anything is paid where fewer seeds have a worked solution than a prompt of
   * {@code generate} shows; nothing where enough have one.
   *
   * @param stage the command that tells
   */
  public Optional<String> warning(String stage, Dataset<SeedQuestion> seeds) {
    return wanted == 0 || seeds.where(isWorked()).limit(wanted).count() == wanted
        ? Optional.empty()
        : Optional.of(warning(stage, seeds.where(isWorked()).count(), seeds.count()));
  }

  private String warning(String stage, long worked, long all) {
    String shown =
        solutions == ExampleSolutions.ANY
            ? "prompts of generate show bare answers as solutions (compose.example-solutions = any)"
            : worked == 0
                ? "prompts of generate show no examples"
                : "prompts of generate show no more examples than that";
    return String.format(
        Locale.ROOT,
        "%s: %,d of %,d seeds have a worked solution, fewer than compose.examples = %d: %s; give"
            + " seeds with solutions (seeds.path; seeds.fields.solution where the field is not"
            + " recognised)",
        stage,
        worked,
        all,
        wanted,
        shown);
  }
}
