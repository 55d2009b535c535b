package io.mathscale.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SentenceTest {
  @Test
  void sentencesEndAtMarksThatSpaceFollows() {
    assertThat(Sentence.of("It costs $2.50. (Is $x = 3.$ right?) Find $5!$ now"))
        .containsExactly(
            new Sentence(List.of("it", "costs", "2.5"), false),
            new Sentence(List.of("(", "is", "x", "=", "3"), false),
            new Sentence(List.of("right"), true),
            new Sentence(List.of(")", "find", "5", "!", "now"), false));
    assertThat(Sentence.of("小明有3个苹果。他吃了1个？还剩几个"))
        .extracting(Sentence::isQuestion)
        .containsExactly(false, true, false);
  }

  @Test
  void theirTokensAreThoseOfTheNormalForm() {
    for (String text :
        List.of(
            "Let $S$ be {1. 2. {3} ?}. Find \\frac{a. b}{2}? ... Why?!",
            "\\text{One. Two.} x^{2. }", "???", "plain words")) {
      assertThat(Sentence.of(text).stream().flatMap(one -> one.tokens().stream()).toList())
          .isEqualTo(NormalForm.of(text).tokens());
    }
  }
}
