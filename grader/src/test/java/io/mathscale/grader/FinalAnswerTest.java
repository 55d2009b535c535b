package io.mathscale.grader;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.grader.FinalAnswer.Stated;
import java.util.List;
import org.junit.jupiter.api.Test;

class FinalAnswerTest {
  @Test
  void takesTheLastCompleteBox() {
    assertThat(FinalAnswer.of("\\boxed{1} so \\boxed{\\frac{1}{2}}.")).contains("\\frac{1}{2}");
    assertThat(FinalAnswer.of("\\boxed{1} so \\boxed{\\frac{1}{2}")).contains("1");
    assertThat(FinalAnswer.of("\\boxed {7} and \\fbox{ 8 }")).contains("8");
    assertThat(FinalAnswer.of("It is $\\boxed{\\text{(E)},}$")).contains("\\text{(E)},");
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
  void takesNoPartOfAWordForAnAnswer() {
    assertThat(FinalAnswer.of("It needs other lengths before it can be answered.")).isEmpty();
    assertThat(FinalAnswer.of("Put it into \\boxed{\\text{answer}}.")).isEmpty();
    assertThat(FinalAnswer.of("The answers 5 and 6.")).contains("5 and 6");
    assertThat(FinalAnswer.of("Antworten: 5")).contains("5");
  }

  @Test
  void takesTheBoxInATag() {
    assertThat(FinalAnswer.of("<answer>\\boxed{143 }</answer>")).contains("143");
    assertThat(FinalAnswer.guessed("<answer>\\boxed{143}</answer>", false))
        .map(Stated::answer)
        .contains("143");
  }

  @Test
  void takesThePlaceOfAnAnswerForNone() {
    for (String form :
        List.of(
            "Final Answer: $\\boxed{\\text{your answer here}}$",
            "The answer is \\boxed{\\text{insert your final answer here}}.",
            "<answer>your answer here</answer>",
            "<answer>\\boxed{\\text{your answer here}}</answer>",
            "Final answer: [your answer]",
            "**Answer:** <your final answer>")) {
      assertThat(FinalAnswer.ofReply(form)).as(form).isEmpty();
    }

    assertThat(FinalAnswer.of("The answer is 5. Put your answer here.")).contains("5");
    assertThat(FinalAnswer.of("The answer here is 5.")).contains("5");
    assertThat(FinalAnswer.of("The final answer here: 7")).contains("7");
  }

  @Test
  void leavesNoAnswerBlankThatStandsElsewhere() {
    assertThat(FinalAnswer.isLeftBlank("The answer is 3: $\\boxed{\\phantom{0}}+2=5$.")).isFalse();
    assertThat(FinalAnswer.isLeftBlank("**Answer:** $\\boxed{\\text{your answer here}}$")).isTrue();
  }

  @Test
  void findsNothingInABlankBox() {
    for (String blank : List.of("\\phantom{0}", "\\quad", "\\underline{\\quad}", "\\square", "?")) {
      assertThat(FinalAnswer.of("It is \\boxed{" + blank + "}.")).as(blank).isEmpty();
      assertThat(FinalAnswer.isLeftBlank("It is \\boxed{" + blank + "}.")).as(blank).isTrue();
    }

    assertThat(FinalAnswer.of("It is \\boxed{\\underline{5}}.")).contains("\\underline{5}");
    assertThat(FinalAnswer.isLeftBlank("It is \\boxed{5}.")).isFalse();
    assertThat(FinalAnswer.isLeftBlank("It is 5.")).isFalse();
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

  @Test
  void takesTheAnswersOfAllParts() {
    assertThat(parts("(a) So \\boxed{3}.\n\n(b) So $x = \\boxed{2}$.")).isEqualTo("(a) 3; (b) 2");
    assertThat(parts("(a) $g(2)=\\boxed{5}$. (b) $3x = 9$, so $x = \\boxed{3}$."))
        .isEqualTo("(a) 5; (b) 3");
    assertThat(parts("**(i)** \\boxed{1/2}\n**(ii)** \\boxed{1/2}\n**(iii)** \\boxed{1/6}"))
        .isEqualTo("(i) 1/2; (ii) 1/2; (iii) 1/6");
    assertThat(parts("1) \\boxed{4}\n2) \\boxed{5}")).isEqualTo("(1) 4; (2) 5");
    assertThat(parts("（1）面积为 $\\boxed{4}$。\n（2）周长为 $\\boxed{8}$。")).isEqualTo("(1) 4; (2) 8");
    assertThat(parts("(a) First \\boxed{1}, and by another way we get \\boxed{3}.\n(b) \\boxed{2}"))
        .isEqualTo("(a) 3; (b) 2");
    assertThat(parts("(a) \\boxed{3}\n(b) \\boxed{2}\n(c) This follows from (a)."))
        .isEqualTo("(a) 3; (b) 2");
  }

  @Test
  void leavesOneBoxForAllPartsAsItIs() {
    assertThat(FinalAnswer.ofParts("(a) It is 3.\n(b) It is 2.\n\\boxed{(a) 3, (b) 2}")).isEmpty();
    assertThat(FinalAnswer.ofParts("(a) \\boxed{3}\n(b) \\boxed{2}\nSo we have $\\boxed{3, 2}$."))
        .isEmpty();
    assertThat(FinalAnswer.ofParts("By (a) and (b) it is \\boxed{3}.")).isEmpty();
    assertThat(FinalAnswer.ofParts("")).isEmpty();
  }

  @Test
  void connectsFormulasByWordsOfOtherLanguages() {
    assertThat(FinalAnswer.ofReply("**Réponse finale :** $x = 2$ ou $x = 3$"))
        .contains("$x = 2$ ou $x = 3$");
    assertThat(FinalAnswer.ofReply("**Antwort:** $x = 3$ oder $x = -3$"))
        .contains("$x = 3$ oder $x = -3$");
    assertThat(FinalAnswer.ofReply("**Antwort:** $3$ oder so")).contains("$3$");
    assertThat(FinalAnswer.guessed("Les solutions sont $x = 2$ et $x = -2$.", false))
        .contains(new Stated("$x = 2$ et $x = -2$", "LAST_VALUE"));
    assertThat(FinalAnswer.guessed("Vorher 97, danach", false).map(Stated::answer)).contains("97");
  }

  private static String parts(String solution) {
    return FinalAnswer.ofParts(solution).map(Stated::answer).orElse("");
  }
}
