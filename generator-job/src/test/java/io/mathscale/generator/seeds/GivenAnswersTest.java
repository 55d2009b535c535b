package io.mathscale.generator.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GivenAnswersTest {
  @Test
  void equalIsWhatHasTheSameValue() {
    GivenAnswers answers = new GivenAnswers("\\frac{1}{2}");

    assertThat(answers.add("0.5")).isTrue();
    assertThat(answers.add("$1/2$")).isTrue();
    assertThat(answers.add("")).isTrue();
    assertThat(answers.add("2")).isFalse();
    assertThat(answers.add("2")).isFalse();
    assertThat(answers.others()).containsExactly("2");
  }

  @Test
  void comparesAnswersBeyondThoseThatItLists() {
    GivenAnswers answers = new GivenAnswers("\\frac{1}{2}");
    for (int other = 1; other <= 12; other++) {
      assertThat(answers.add(String.valueOf(other))).isFalse();
    }

    assertThat(answers.add("0.5")).isTrue();
    assertThat(answers.others()).hasSize(10).contains("1", "10");
  }

  @Test
  void theFirstThatSaysSomethingIsTheAnswer() {
    GivenAnswers answers = new GivenAnswers("");

    assertThat(answers.add("")).isTrue();
    assertThat(answers.add("3")).isTrue();
    assertThat(answers.add("3.0")).isTrue();
    assertThat(answers.first()).isEqualTo("3");
    assertThat(answers.others()).isEmpty();
  }
}
