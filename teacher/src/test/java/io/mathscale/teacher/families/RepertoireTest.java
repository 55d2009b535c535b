package io.mathscale.teacher.families;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RepertoireTest {
  private static final String LINK = " Let $N$ be the answer to this first part. ";

  private final Repertoire repertoire = new Repertoire();

  @ParameterizedTest
  @MethodSource("points")
  void posesWhatNeedsTheKnowledgePoint(String point) {
    for (int seed = 0; seed < 20; seed++) {
      Problem posed =
          repertoire.pose(List.of("Mathematics"), List.of(point), new SplittableRandom(seed));

      assertThat(pointsOf(posed.question()).stream().map(Repertoire::words))
          .as(posed.question())
          .contains(Repertoire.words(point));
    }
  }

  @Test
  void needsBothKnowledgePointsWhereAFamilyHasThem() {
    Set<String> needed = new HashSet<>();

    for (int seed = 0; seed < 20; seed++) {
      Problem posed =
          repertoire.pose(
              List.of("Polygons"),
              List.of("Diagonals", "Pythagorean theorem"),
              new SplittableRandom(seed));

      assertThat(posed.question()).doesNotContain(LINK).contains("rhombus");
      needed.addAll(pointsOf(posed.question()));
    }

    assertThat(needed).contains("Diagonals", "Pythagorean theorem");
  }

  @Test
  void chainsTwoFamiliesWhereNoneHasBothKnowledgePoints() {
    for (int seed = 0; seed < 20; seed++) {
      Problem posed =
          repertoire.pose(
              List.of("Triangles", "Measurement"),
              List.of("Congruent triangles", "Temperature"),
              new SplittableRandom(seed));

      assertThat(posed.question()).contains(LINK);
      assertThat(repertoire.solve(posed.question())).contains(posed);
    }
  }

  @Test
  void posesManyProblemsOfOneKnowledgePoint() {
    Set<String> wordings = new HashSet<>();

    for (int seed = 0; seed < 100; seed++) {
      wordings.add(
          repertoire
              .pose(List.of("Circles"), List.of("Area of a circle"), new SplittableRandom(seed))
              .question()
              .replaceAll("\\d+", "")
              .substring(0, 10));
    }

    assertThat(wordings).hasSizeGreaterThan(2);
  }

  /** Returns the knowledge points of the families that pose the question. */
  private static Set<String> pointsOf(String question) {
    Set<String> points = new HashSet<>();

    for (WordedFamily family : Families.ALL) {
      if (family.read(question).isPresent()) {
        points.addAll(family.knowledgePoints());
      }
    }

    return points;
  }

  static Stream<String> points() {
    return Families.ALL.stream().flatMap(family -> family.knowledgePoints().stream()).distinct();
  }
}
