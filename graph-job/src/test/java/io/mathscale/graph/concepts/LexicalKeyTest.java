package io.mathscale.graph.concepts;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LexicalKeyTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Problem-solving                  | Problem solving
          Problem Solving                  | Solving problems
          Linear equation                  | Linear equations
          Solving linear equations         | Linear equation solving
          Area of a circle                 | Area of circles
          Area of the circle               | Circle area
          Angles in a triangle             | Triangle angles
          Sum of angles in a triangle      | Triangle angle sum
          Euler's formula                  | Euler’s formula
          Properties of vertices           | Vertex properties
          Mean, median, and mode           | Mode, median and mean
          Ratios and proportions           | Proportion and ratio
          Least common multiple (LCM)      | Least Common Multiple
          Non-negative integers            | Nonnegative integer
          Conversion of fractions to decimals | Fraction to decimal conversion
          Operations with fractions        | Operations on fractions
          Basic arithmetic                 | Basic  Arithmetic
          """)
  void sameConcept(String one, String other) {
    assertThat(LexicalKey.of(one)).isEqualTo(LexicalKey.of(other));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Addition                         | Subtraction
          Permutations                     | Combinations
          Area of a circle                 | Circumference of a circle
          Sum of squares                   | Square of a sum
          Power of a product               | Product of powers
          Conversion of fractions to decimals | Conversion of decimals to fractions
          Linear equations                 | Quadratic equations
          Linear equations                 | Linear inequalities
          Divisibility by 3                | Divisibility by 9
          Least common multiple            | Greatest common divisor
          a^2 + b^2                        | a^2 - b^2
          Even numbers                     | Odd numbers
          Prime numbers                    | Prime factorization
          Arithmetic                       | Arithmetic sequences
          Statistics                       | Statistical tests
          Maximum                          | Minimum
          Circle (geometry)                | Circle
          Sine                             | Cosine
          """)
  void differentConcepts(String one, String other) {
    assertThat(LexicalKey.of(one)).isNotEqualTo(LexicalKey.of(other));
  }

  @Property(seed = "42")
  void everyNameThatCanBeShownHasAKey(@ForAll String name) {
    if (!ConceptName.shown(name).isEmpty()) {
      assertThat(LexicalKey.of(name)).isNotEmpty();
    }
  }
}
