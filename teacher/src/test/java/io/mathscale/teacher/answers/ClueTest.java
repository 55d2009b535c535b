package io.mathscale.teacher.answers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClueTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          apples?|pears; one apple; true
          apples?|pears; two pears; true
          apples?|pears; a plum; false
          (?:a|b)|cd; xbx; true
          [|]x|yz; |x; true
          \\\\frac\\{[^}]*x; \\frac{2x}{3}; true
          \\\\frac\\{[^}]*x; \\frac{2}{3}; false
          ab{0,2}c; ac; true
          abc*; ab; true
          abc+; ab; false
          \\bsum\\b; consume; false
          \\d+; 5; true
          """)
  void isInWhatThePatternFinds(String regex, String text, boolean found) {
    assertThat(new Clue(regex).isIn(text)).isEqualTo(found);
  }
}
