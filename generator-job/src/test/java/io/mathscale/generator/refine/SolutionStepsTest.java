package io.mathscale.generator.refine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SolutionStepsTest {
  @Test
  void countsSentencesAndLines() {
    assertThat(SolutionSteps.of("She has 3. Then 4 more! So 7 apples.")).isEqualTo(3);
    assertThat(SolutionSteps.of("Natalia sold 48/2 = <<48/2=24>>24 clips\nShe sold 72\n#### 72"))
        .isEqualTo(3);
    assertThat(SolutionSteps.of("1. We add 2.5 and 3.\n2. We halve it.\n\n")).isEqualTo(2);
    assertThat(SolutionSteps.of("因此 x=2。所以答案是 4。")).isEqualTo(2);
  }

  @Test
  void takesAFormulaWithTheLineBeforeIt() {
    assertThat(SolutionSteps.of("We square:\n\\[\nx^2 = 4.\n\\]\nHence $x = 2. $ or $x=-2$."))
        .isEqualTo(2);
    assertThat(SolutionSteps.of("$$x = 2$$")).isEqualTo(1);
    assertThat(SolutionSteps.of(" \n ---\n")).isEqualTo(1);
    assertThat(SolutionSteps.of("")).isZero();
  }
}
