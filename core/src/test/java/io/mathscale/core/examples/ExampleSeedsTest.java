package io.mathscale.core.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.config.ComposeConfig.ExampleSolutions;
import io.mathscale.core.data.Provenance;
import io.mathscale.core.data.SeedQuestion;
import io.mathscale.core.data.Solution;
import io.mathscale.core.testing.SparkExtension;
import java.math.BigDecimal;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class ExampleSeedsTest {
  private static final List<SeedQuestion> SEEDS =
      List.of(
          new SeedQuestion("worked", "", "q", "2", "First 1, then 2."),
          new SeedQuestion("bare", "", "r", "2", ""),
          new SeedQuestion("short", "", "s", "", "  2  "),
          new SeedQuestion("nothing", "", "t", " ", ""));

  @Test
  void byDefaultTheyHaveAWorkedSolution(SparkSession spark) {
    Dataset<SeedQuestion> seeds = spark.createDataset(SEEDS, SeedQuestion.ENCODER);

    assertThat(examples(1, ExampleSolutions.WORKED).among(seeds).collectAsList())
        .extracting(SeedQuestion::id)
        .containsExactly("worked");
    assertThat(examples(1, ExampleSolutions.ANY).among(seeds).collectAsList())
        .extracting(SeedQuestion::id)
        .containsExactly("worked", "bare", "short");
  }

  @Test
  void saysWhereThereAreTooFew(SparkSession spark) {
    Dataset<SeedQuestion> seeds = spark.createDataset(SEEDS, SeedQuestion.ENCODER);

    assertThat(examples(1, ExampleSolutions.WORKED).warning("extract", seeds)).isEmpty();
    assertThat(examples(0, ExampleSolutions.WORKED).warning("extract", seeds)).isEmpty();
    assertThat(examples(2, ExampleSolutions.WORKED).warning("extract", seeds))
        .hasValue(
            "extract: 1 of 4 seeds have a worked solution, fewer than compose.examples = 2: prompts"
                + " of generate show no more examples than that; give seeds with solutions"
                + " (seeds.path; seeds.fields.solution where the field is not recognised)");
    assertThat(
            examples(2, ExampleSolutions.WORKED)
                .warning("generate", seeds.where("id != 'worked'"))
                .orElseThrow())
        .startsWith("generate: 0 of 3 seeds have a worked solution")
        .contains(": prompts of generate show no examples; give");
    assertThat(examples(2, ExampleSolutions.ANY).warning("compose", seeds).orElseThrow())
        .contains("show bare answers as solutions (compose.example-solutions = any)");
  }

  @Test
  void showsTheFirstSolutionFoundWhereASeedHasNone(SparkSession spark) {
    Dataset<SeedQuestion> seeds = spark.createDataset(SEEDS, SeedQuestion.ENCODER);
    Dataset<Solution> solutions =
        spark.createDataset(
            List.of(
                solution("bare", "b", 1, "First 2, then 2."),
                solution("bare", "a", 1, "The first of one."),
                solution("bare", "a", 0, "Short."),
                solution("worked", "a", 0, "Another, not shown."),
                solution("unknown", "a", 0, "Of no seed of ours.")),
            Solution.ENCODER);

    assertThat(
            SolvedSeeds.with(seeds, solutions, examples(1, ExampleSolutions.WORKED))
                .orderBy("id")
                .collectAsList())
        .containsExactly(
            new SeedQuestion("bare", "", "r", "2", "The first of one."),
            SEEDS.get(3),
            SEEDS.get(2),
            SEEDS.get(0));
  }

  private static Solution solution(String question, String model, int sample, String text) {
    return new Solution(
        question + model + sample,
        question,
        "",
        "",
        "2",
        text,
        "",
        model,
        sample,
        "2",
        "",
        0.5,
        2,
        "",
        "",
        "",
        new Provenance("", "", model, 0, 0, BigDecimal.ZERO));
  }

  private static ExampleSeeds examples(int wanted, ExampleSolutions solutions) {
    return new ExampleSeeds(wanted, solutions, 10);
  }
}
