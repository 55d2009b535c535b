package io.mathscale.teacher.families;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RepertoireTest {
  private static final Repertoire REPERTOIRE = new Repertoire();

  private final StoryReader reader = new StoryReader(REPERTOIRE.families());

  @ParameterizedTest
  @MethodSource("points")
  void posesWhatNeedsTheKnowledgePoint(String point) {
    for (int seed = 0; seed < 20; seed++) {
      PosedProblem posed =
          REPERTOIRE.pose(List.of("Mathematics"), List.of(point), new SplittableRandom(seed));

      assertThat(pointsOf(posed).stream().map(Repertoire::words))
          .as(posed.question())
          .contains(Repertoire.words(point));
    }
  }

  @Test
  void needsBothKnowledgePointsWhereAQuantityHasThem() {
    for (int seed = 0; seed < 20; seed++) {
      PosedProblem posed =
          REPERTOIRE.pose(
              List.of("Polygons"),
              List.of("Parallelograms and rhombuses", "Pythagorean theorem"),
              new SplittableRandom(seed));

      assertThat(posed.question()).contains("rhombus");
      assertThat(pointsOf(posed)).contains("Parallelograms and rhombuses", "Pythagorean theorem");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Pythagorean theorem, Total cost",
    "Greatest common divisor, Making change",
    "Derivatives, Area of a rectangle",
    "Discounts, Saving money",
    "Combinations, Probability of an event",
    "Determinants, Arithmetic sequences",
    "Systems of linear equations, Evaluating functions",
    "Volume of a prism, Unit conversion",
    "Area of a square, Percent increase",
    "Multiplicative comparison, Dividing in a ratio"
  })
  void goesOnInOneStoryWhereNoQuantityHasBothKnowledgePoints(String first, String second) {
    int both = 0;
    for (int seed = 0; seed < 20; seed++) {
      PosedProblem posed =
          REPERTOIRE.pose(List.of(), List.of(first, second), new SplittableRandom(seed));
      both += pointsOf(posed).containsAll(List.of(first, second)) ? 1 : 0;

      assertThat(REPERTOIRE.solve(posed.question())).contains(posed);
    }

    assertThat(both).isEqualTo(20);
  }

  @Test
  void posesManyProblemsOfOneKnowledgePoint() {
    Set<String> wordings = new HashSet<>();
    for (int seed = 0; seed < 100; seed++) {
      wordings.add(
          REPERTOIRE
              .pose(List.of("Circles"), List.of("Area of a circle"), new SplittableRandom(seed))
              .question()
              .replaceAll("\\d+", "")
              .substring(0, 10));
    }

    assertThat(wordings).hasSizeGreaterThan(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A number, 999999999999999, is factored into primes. What is the largest prime factor of"
            + " this number?",
        "A number, 123456789012345678901234567890, is factored into primes. Find the largest prime"
            + " factor of this number.",
        "A machine prints the number -5. What is the sum of the digits of the printed number?",
        "What is 2^(2^(2^(2^9)))?",
        "What is gcd(12) + 3?"
      })
  void leavesUnsolvedWhatNoFamilyPoses(String question) {
    assertThat(REPERTOIRE.solve(question)).isEmpty();
    assertThat(ArithmeticSolver.solve(question)).isEmpty();
  }

  @Test
  void posesTheSameForEqualGenerators() {
    for (String point : REPERTOIRE.knowledgePoints()) {
      assertThat(REPERTOIRE.pose(List.of(), List.of(point), new SplittableRandom(7)))
          .isEqualTo(REPERTOIRE.pose(List.of(), List.of(point), new SplittableRandom(7)));
    }
  }

  /** Returns the knowledge points of the quantities that the question tells of. */
  private Set<String> pointsOf(PosedProblem posed) {
    Set<String> points = new HashSet<>();
    reader.read(posed.question()).orElseThrow().parts().stream()
        .flatMap(part -> part.quantities().stream())
        .forEach(quantity -> points.addAll(quantity.knowledgePoints()));
    return points;
  }

  static Stream<String> points() {
    return REPERTOIRE.knowledgePoints().stream();
  }
}
