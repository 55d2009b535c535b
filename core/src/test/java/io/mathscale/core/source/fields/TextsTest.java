package io.mathscale.core.source.fields;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextsTest {
  @Test
  void takesInstructionsOffAQuestion() {
    for (String prompt :
        List.of(
            "How many? Please reason step by step, and put your final answer within \\boxed{}.",
            "How many?\n\nLet's think step by step and output the final answer after \"####\".",
            "Solve the following math problem step by step. The last line of your response should be"
                + " of the form Answer: $Answer (without quotes) where $Answer is the answer to the"
                + " problem.\n\nHow many?\n\nRemember to put your answer on its own line after"
                + " \"Answer:\".",
            "Return your final response within \\boxed{}. How many?",
            " How many? ")) {
      assertThat(Instructions.stripped(prompt)).as(prompt).isEqualTo("How many?");
    }

    assertThat(Instructions.stripped("Let's think step by step."))
        .isEqualTo("Let's think step by step.");
    assertThat(Instructions.stripped("Is $x = 2.5$? Say why.")).isEqualTo("Is $x = 2.5$? Say why.");
  }

  @Test
  void leavesOutWhatWasThought() {
    assertThat(WorkedText.withoutThinking("<think>No, 7.</think>\nIt is 8.")).isEqualTo("It is 8.");
    assertThat(WorkedText.withoutThinking("No, 7.</think>It is 8.")).isEqualTo("It is 8.");
    assertThat(WorkedText.withoutThinking("<think>No, 7.")).isEmpty();
    assertThat(
            WorkedText.withoutThinking(
                "<|begin_of_thought|>x<|end_of_thought|>\n<|begin_of_solution|>8<|end_of_solution|>"))
        .isEqualTo("8");
    assertThat(WorkedText.withoutThinking(" a < b ")).isEqualTo(" a < b ");
  }

  @Test
  void tellsASolutionFromAnAnswer() {
    assertThat(WorkedText.isWorked("First he has 3 apples, then he buys 4, so he has seven now."))
        .isTrue();
    assertThat(WorkedText.isWorked("首先计算每个苹果的价格然后乘以数量得到总价格一共是三十元钱。")).isTrue();
    for (String answer :
        List.of(
            "42",
            "\\frac{1}{2} \\text{ or } \\sqrt{2} \\cdot \\left(\\alpha + \\beta \\right) \\quad \\infty",
            "all real numbers except zero",
            "\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}")) {
      assertThat(WorkedText.isWorked(answer)).as(answer).isFalse();
    }
  }
}
