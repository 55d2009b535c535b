package io.mathscale.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuestionTextTest {
  @Test
  void whiteSpaceAndWidthDoNotCount() {
    assertThat(QuestionText.id(" What is\n\t１２ + 3\u00a0? "))
        .isEqualTo(QuestionText.id("What is 12 + 3 ?"));
    assertThat(QuestionText.normalised("\u3000ﬁnd  x\u2003")).isEqualTo("find x");
  }

  @Test
  void caseCounts() {
    assertThat(QuestionText.id("Find n.")).isNotEqualTo(QuestionText.id("Find N."));
  }
}
