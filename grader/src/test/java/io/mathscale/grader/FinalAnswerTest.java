package io.mathscale.grader;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.grader.FinalAnswer.Stated;
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
  void passesOverAnAnswerThatIsOnlyChecked() {
    assertThat(
            FinalAnswer.of(
                "It is $-100+1001 = \\boxed{901}$.\n\nWe can check our answer: $10\\cdot 901 = 9010$."))
        .contains("901");
    assertThat(FinalAnswer.of("The answer is 5. To verify the answer: 2 + 3 = 5.")).contains("5");
  }

  @Test
  void guessesNothing() {
    assertThat(FinalAnswer.of("There are 12 apples.")).isEmpty();
    assertThat(FinalAnswer.of("The answer is ")).isEmpty();
    assertThat(FinalAnswer.of("The solution is as follows. We count the apples.")).isEmpty();
    assertThat(FinalAnswer.of("\\boxed{ }")).isEmpty();
    assertThat(FinalAnswer.of("")).isEmpty();
  }

  @Test
  void takesSeveralBoxesOfOneAnswer() {
    assertThat(FinalAnswer.ofReply("The answers are $\\boxed{-2}$ and $\\boxed{1}$."))
        .contains("-2, 1");
    assertThat(FinalAnswer.ofReply("\\boxed{12x-34}, \\boxed{-34+12x}")).contains("-34+12x");
  }

  @Test
  void takesTheValueWithoutTheWordsAroundIt() {
    assertThat(FinalAnswer.of("#### 10 (5+5)")).contains("10");
    assertThat(FinalAnswer.of("<answer>12</answer>")).contains("12");
    assertThat(FinalAnswer.of("\\boxed{\\text{The answer is 460}}")).contains("460");
    assertThat(FinalAnswer.of("<think>\\boxed{3}</think>\\boxed{4}")).contains("4");
  }

  @Test
  void takesNothingThatIsDeniedOrOnlyThought() {
    assertThat(FinalAnswer.of("The answer is not 42.")).isEmpty();
    assertThat(FinalAnswer.of("The answer is either 41 or 42.")).isEmpty();
    assertThat(FinalAnswer.of("<think>\\boxed{3}")).isEmpty();
  }

  @Test
  void tellsWhereTheAnswerStands() {
    assertThat(FinalAnswer.stated("So \\boxed{5}.")).contains(new Stated("5", "BOX"));
    assertThat(FinalAnswer.stated("The answer is 5.")).contains(new Stated("5", "MARKER"));
    assertThat(FinalAnswer.stated("So x = 5.")).isEmpty();
    assertThat(new Stated("5", "BOX").isBoxed()).isTrue();
    assertThat(new Stated("5", "MARKER").isAnnounced()).isTrue();
  }

  @Test
  void guessesFromASentenceWhereAsked() {
    assertThat(FinalAnswer.guessed("So there are 5 apples.", false))
        .contains(new Stated("5", "LAST_VALUE"));
    assertThat(FinalAnswer.guessed("So it must be (B).", true)).contains(new Stated("B", "LETTER"));
    assertThat(FinalAnswer.guessed("", false)).isEmpty();
  }
}
