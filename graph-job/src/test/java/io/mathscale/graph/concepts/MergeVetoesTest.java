package io.mathscale.graph.concepts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergeVetoesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Division with remainders             | Division without remainders
          Converting fractions into decimals   | Converting decimals to fractions
          Linear equations with one variable   | Linear equations with two variables
          Multiplying 2-digit numbers          | Multiplying 3-digit numbers
          Sum of squares                       | Square of sums
          a + b                                | a - b
          Area of a circle                     | Circumference of a circle
          Maximum value                        | Maximum and minimum values
          """)
  void namesThatEmbeddingsConfuse(String one, String other) {
    assertThat(MergeVetoes.isBetween(one, other)).isTrue();
    assertThat(MergeVetoes.isBetween(other, one)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Understanding of arithmetic sequences | Understanding arithmetic sequences
          Definition of absolute value          | Understanding the definition of absolute value
          Rationalizing denominators            | Rationalization of the denominator
          Working with 2-digit numbers          | Work with 2-digit number
          """)
  void namesThatMayBeOne(String one, String other) {
    assertThat(MergeVetoes.isBetween(one, other)).isFalse();
  }
}
