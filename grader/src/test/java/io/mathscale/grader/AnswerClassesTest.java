package io.mathscale.grader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Groups answers by meaning. */
class AnswerClassesTest {
  private static final List<String> MIXED =
      List.of(
          "1/3", "0.333", "0.3333", "\\frac{1}{3}", "0.34", "B", "(B)", "x=3, y=2", "3, 2", "2",
          "2.0", "", "two", "\\sqrt{x^2}", "x", "|x|", "5 cm", "50 mm", "5", "no solution",
          "\\emptyset", "2");

  @Test
  void countsEqualAnswersTogether() {
    AnswerClasses classes = AnswerClasses.of(List.of("7", "1/2", " ", "0.5", "50\\%"));

    assertThat(classes.classes()).containsExactly(List.of(1, 3, 4), List.of(0));
    assertThat(classes.largest()).containsExactly(1, 3, 4);
    assertThat(classes.classOf(3)).isZero();
    assertThat(classes.classOf(2)).isEqualTo(AnswerClasses.NO_CLASS);
  }

  @Test
  void keepsApartWhatIsUndecided() {
    AnswerClasses classes = AnswerClasses.of(List.of("\\sqrt{x^2}", "x"));

    assertThat(classes.classes()).hasSize(2);
  }

  @Test
  void holdsOnlyAnswersThatAreEqualEachToEach() {
    AnswerClasses classes = AnswerClasses.of(MIXED);

    for (List<Integer> members : classes.classes()) {
      for (int left : members) {
        for (int right : members) {
          assertThat(Graders.strict().gradeAnswer(MIXED.get(left), MIXED.get(right)).isRight())
              .as("%s and %s", MIXED.get(left), MIXED.get(right))
              .isTrue();
        }
      }
    }
  }

  @Test
  void dependsOnTheAnswersAndNotOnTheirOrder() {
    Random random = new Random(7);
    for (int i = 0; i < 20; i++) {
      List<String> shuffled = new ArrayList<>(MIXED);
      Collections.shuffle(shuffled, random);

      assertThat(texts(shuffled)).isEqualTo(texts(MIXED));
    }
  }

  @Test
  void hasNoLargestClassWhereAllAnswersAreBlank() {
    assertThat(AnswerClasses.of(List.of("", " ")).largest()).isEmpty();
    assertThat(AnswerClasses.of(List.of()).classes()).isEmpty();
  }

  private static Set<Set<String>> texts(List<String> answers) {
    return AnswerClasses.of(answers).classes().stream()
        .map(members -> members.stream().map(answers::get).collect(Collectors.toSet()))
        .collect(Collectors.toCollection(HashSet::new));
  }
}
