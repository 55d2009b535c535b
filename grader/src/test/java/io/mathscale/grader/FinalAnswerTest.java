package io.mathscale.grader;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FinalAnswerTest {
  @Test
  void takesTheLastCompleteBox() {
    assertThat(FinalAnswer.of("\\boxed{1} so \\boxed{\\frac{1}{2}}.")).contains("\\frac{1}{2}");
    assertThat(FinalAnswer.of("\\boxed{1} so \\boxed{\\frac{1}{2}")).contains("1");
    assertThat(FinalAnswer.of("\\boxed {7} and \\fbox{ 8 }")).contains("8");
  }

  @Test
  void takesABoxWithoutBraces() {
    assertThat(FinalAnswer.of("So $\\boxed 9$ it is.")).contains("9");
    assertThat(FinalAnswer.of("So $x=\\boxed\\frac12$.")).contains("\\frac12");
    assertThat(FinalAnswer.of("So \\boxed 9. Done.")).contains("9");
  }

  @Test
  void takesWhatFollowsTheMarkOfGsm8k() {
    assertThat(FinalAnswer.of("48/2 = <<48/2=24>>24\n#### 72\n")).contains("72");
    assertThat(FinalAnswer.of("The answer is 3.\n#### 1,234")).contains("1,234");
  }

  @Test
  void takesWhatFollowsThePhrase() {
    assertThat(FinalAnswer.of("The answer is 3. THE ANSWER IS: 4.5.\nDone.")).contains("4.5");
    assertThat(FinalAnswer.of("Thus the answer is $x+1$")).contains("$x+1$");
  }

  @Test
  void guessesNothing() {
    assertThat(FinalAnswer.of("There are 12 apples.")).isEmpty();
    assertThat(FinalAnswer.of("The answer is ")).isEmpty();
    assertThat(FinalAnswer.of("\\boxed{ }")).isEmpty();
    assertThat(FinalAnswer.of("")).isEmpty();
  }
}
