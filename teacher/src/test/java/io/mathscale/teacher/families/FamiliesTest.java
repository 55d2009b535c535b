package io.mathscale.teacher.families;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FamiliesTest {
  private static final int DRAWS = 300;

  @ParameterizedTest
  @MethodSource("families")
  void solvesWhatItPoses(Family family) {
    for (int draw = 0; draw < DRAWS; draw++) {
      Problem posed = family.pose(new SplittableRandom(draw));

      assertThat(family.solve(posed.question())).as(posed.question()).contains(posed);
      assertThat(posed.solution()).contains("\\boxed{" + posed.answer() + "}");
    }
  }

  @ParameterizedTest
  @MethodSource("families")
  void leavesNoSlotOpen(Family family) {
    for (int draw = 0; draw < DRAWS; draw++) {
      Problem posed = family.pose(new SplittableRandom(draw));

      assertThat(posed.question() + posed.solution()).doesNotContainPattern("<\\+?[a-z]+[*,]?>");
    }
  }

  @ParameterizedTest
  @MethodSource("families")
  void posesManyQuestions(Family family) {
    Set<String> questions = new HashSet<>();

    for (int draw = 0; draw < DRAWS; draw++) {
      questions.add(family.pose(new SplittableRandom(draw)).question());
    }

    assertThat(questions).hasSizeGreaterThan(DRAWS / 2);
  }

  static Iterable<? extends Family> families() {
    return Families.ALL;
  }
}
