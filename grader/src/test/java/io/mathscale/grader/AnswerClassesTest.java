package io.mathscale.grader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AnswerClassesTest {
  @Test
  void joinsAnswersOfOneMeaning() {
    assertThat(groups(List.of("1/2", "0.5", "\\frac{1}{2}", "2", "2.0", "x = 2")))
        .containsExactly("1/2 0.5 \\frac{1}{2}", "2 2.0 x = 2");
  }

  @Test
  void leavesOutAnswersThatAreNone() {
    AnswerClasses classes = AnswerClasses.of(List.of("", " ", "3"));

    assertThat(classes.classOf(0)).isEqualTo(AnswerClasses.NONE);
    assertThat(classes.classOf(1)).isEqualTo(AnswerClasses.NONE);
    assertThat(classes.classOf(2)).isZero();
  }

  @Test
  void keepsUndecidedPairsApart() {
    String first = "some words & signs";
    String second = "other words & signs";

    assertThat(Graders.strict().gradeAnswer(first, second).isRight()).isFalse();
    assertThat(AnswerClasses.of(List.of(first, second, first)).count()).isEqualTo(2);
  }

  /** 0.3333 rounds 1/3 as 0.33333 does, but neither is the other. */
  @Test
  void doesNotChainRoundedNumbers() {
    List<String> answers = List.of("0.33333", "\\frac{1}{3}", "0.3333");

    AnswerClasses classes = AnswerClasses.of(answers);

    for (int i = 0; i < answers.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (classes.classOf(i) == classes.classOf(j)) {
          assertThat(Graders.strict().gradeAnswer(answers.get(i), answers.get(j)).isRight())
              .as(answers.get(i) + " and " + answers.get(j))
              .isTrue();
        }
      }
    }
  }

  @Test
  void doesNotDependOnTheOrderOfAnswers() {
    List<String> answers =
        new ArrayList<>(
            List.of("0.33", "1/3", "0.333", "x=4", "4", "four", "4.0", "(1,2)", "1,2", "{1,2}"));
    Set<String> groups = sorted(answers);
    Random random = new Random(7);
    for (int i = 0; i < 20; i++) {
      Collections.shuffle(answers, random);

      assertThat(sorted(answers)).isEqualTo(groups);
    }
  }

  @Test
  void boundsItsComparisons() {
    List<String> answers = IntStream.range(0, 300).mapToObj(i -> "x + " + i).toList();

    assertThat(AnswerClasses.of(answers).count()).isEqualTo(300);
  }

  private static Set<String> sorted(List<String> answers) {
    Set<String> sorted = new TreeSet<>();
    for (String group : groups(answers)) {
      sorted.add(Stream.of(group.split(" ")).sorted().toList().toString());
    }

    return sorted;
  }

  private static List<String> groups(List<String> answers) {
    AnswerClasses classes = AnswerClasses.of(answers);
    List<String> groups = new ArrayList<>();
    for (int group = 0; group < classes.count(); group++) {
      int number = group;
      groups.add(
          String.join(
              " ",
              IntStream.range(0, answers.size())
                  .filter(i -> classes.classOf(i) == number)
                  .mapToObj(answers::get)
                  .toList()));
    }

    groups.sort(null);
    return groups;
  }
}
