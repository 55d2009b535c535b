package io.mathscale.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.mathscale.core.command.StageContext;
import io.mathscale.core.data.ExtractedConcepts;
import io.mathscale.core.testing.SparkExtension;
import io.mathscale.core.workspace.Tables;
import io.mathscale.graph.concepts.ConceptMerge;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Names that are merged with the default similarity, and names that must never be. */
@ExtendWith(SparkExtension.class)
class SimilarNamesTest {
  /** The first pair has the same words, the others are alike. */
  private static final List<List<String>> SAME =
      List.of(
          List.of("Problem-solving", "Problem solving"),
          List.of("Rationalization of denominators", "Rationalizing denominators"),
          List.of("Manipulating polynomial expressions", "Manipulation of polynomial expressions"),
          List.of("Prime factorization", "Prime factorisation"));

  private static final List<List<String>> DIFFERENT =
      List.of(
          List.of("Addition", "Subtraction"),
          List.of("Permutations", "Combinations"),
          List.of("Area of a circle", "Circumference of a circle"),
          List.of("Division with remainders", "Division without remainders"),
          List.of("Converting fractions into decimals", "Converting decimals into fractions"),
          List.of("Unitary method with one variable", "Unitary method with two variables"),
          List.of("Even numbers", "Odd numbers"),
          List.of("Divisibility by 3", "Divisibility by 9"),
          List.of("Linear equations", "Quadratic equations"),
          List.of("Greatest common divisor", "Least common multiple"),
          List.of("Maximum of a function", "Minimum of a function"),
          List.of("Sine rule", "Cosine rule"),
          List.of("Percentage increase", "Percentage decrease"),
          List.of("Arithmetic", "Arithmetic sequences"));

  @TempDir private Path folder;

  @Test
  void mergesWhatIsAlikeAndNothingElse(SparkSession spark) {
    List<String> names = new ArrayList<>();
    SAME.forEach(names::addAll);
    DIFFERENT.forEach(names::addAll);
    StageContext context =
        GraphTestData.run(spark, folder, "build.min-count=1", "build.canonicalise=embedding");
    List<ExtractedConcepts> seeds = new ArrayList<>();
    for (String name : names) {
      seeds.add(GraphTestData.seed("seed of " + name, List.of("Mathematics"), List.of(name)));
    }

    GraphTestData.write(context, seeds);
    new Build().run(context);

    List<ConceptMerge> merges = context.workspace().read(ConceptMerge.TABLE).collectAsList();
    assertThat(merges)
        .allSatisfy(
            merge ->
                assertThat(SAME)
                    .anyMatch(pair -> pair.contains(merge.name()) && pair.contains(merge.into())));
    assertThat(merges).hasSize(SAME.size());
    assertThat(merges)
        .filteredOn(merge -> merge.name().startsWith("Pro"))
        .extracting(ConceptMerge::reason, ConceptMerge::score)
        .containsExactly(tuple(ConceptMerge.Reason.LEXICAL, 1.0));
    assertThat(merges)
        .filteredOn(merge -> merge.reason() == ConceptMerge.Reason.EMBEDDING)
        .hasSize(SAME.size() - 1)
        .allSatisfy(merge -> assertThat(merge.score()).isBetween(0.96, 0.9999));
    assertThat(context.workspace().read(Tables.NODES).count())
        .isEqualTo(1 + names.size() - SAME.size());
  }

  @Test
  void aSeedWithTwoNamesOfAConceptHoldsItOnce(SparkSession spark) {
    StageContext context =
        GraphTestData.run(spark, folder, "build.min-count=1", "build.canonicalise=embedding");
    GraphTestData.write(
        context,
        List.of(
            GraphTestData.seed(
                "1",
                List.of("Number theory"),
                List.of("Prime factorization", "Prime factorisation", "Primes")),
            GraphTestData.seed("2", List.of("Number theory"), List.of("Prime factorization"))));

    new Build().run(context);

    assertThat(context.workspace().read(Tables.NODES).where("name = 'Prime factorization'"))
        .satisfies(node -> assertThat(node.collectAsList().get(0).seeds()).isEqualTo(2));
    assertThat(context.workspace().read(Tables.EDGES).count()).isEqualTo(3);
  }
}
