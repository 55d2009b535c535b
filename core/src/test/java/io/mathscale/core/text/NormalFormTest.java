package io.mathscale.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalFormTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "Find the area. ~ FIND  the\tarea",
        "What is x? ~ what is X",
        "Tom's ducks, Ann's eggs ~ Toms ducks Ann’s eggs",
        "a well-known rule — used twice – here ~ a well known rule used twice here",
        "a 120-page book: read! ~ a 120 page book read",
        "a $6$-sided die, 6 -sided ~ a 6 sided die 6-sided",
        "the $y$-axis ~ the y-axis",
        "- Find x ~ Find x",
        "１２ ﬁnd　x ~ 12 find x",
        "$x+1$ ~ \\(x + 1\\)",
        "$$x^{2}$$ ~ \\[x^2\\]",
        "x² ~ x^2",
        "x₁ + 10⁻³ ~ x_{1}+10^{-3}",
        "3½ ~ 3 1/2",
        "\\dfrac{1}{2} ~ 1/2",
        "\\frac12 ~ \\tfrac{1}{2}",
        "\\frac{x+1}{2} ~ {x+1}/2",
        "\\frac{\\frac12}{x} ~ {1/2}/x",
        "\\left( a \\right) ~ (a)",
        "5\\,\\text{cm} ~ 5 cm",
        "\\mathbf{a} \\cdot {b} ~ a ⋅ b",
        "2 \\times 3 ~ 2 × 3",
        "2*3 ~ 2 \\times 3",
        "x \\leq 3, y \\ge 4 ~ x ≤ 3; y >= 4",
        "a \\ne b ~ a != b",
        "90^\\circ ~ 90°",
        "90^{\\circ} ~ 90\\degree",
        "\\$80,000 ~ 80000",
        "$80{,}000 ~ 80\\,000.00",
        "10,\\!000,\\!000 ~ 10000000",
        ".5 + 007 ~ 0.50 + 7",
        "20\\% ~ 20%",
        "\\sqrt{3} ~ √3",
        "\\pi \\in \\emptyset ~ π ∈ ∅",
        "the answer is ____. ~ the answer is ( )",
        "the answer is \\underline{\\hspace{2cm}} ~ The answer is:",
        "\\begin{align*} x &= 1 \\\\ y &= 2 \\end{align*} ~ x = 1 y = 2",
        "\\FRAC{1}{2} \\TEXT{CM} ~ \\frac{1}{2} cm",
        "**Find** the *sum* ~ Find the sum",
        "小明有 ３ 个苹果。 ~ 小明有3个苹果",
      })
  void typographyDoesNotCount(String one, String other) {
    assertThat(NormalForm.of(one)).isEqualTo(NormalForm.of(other));
    assertThat(NormalForm.of(one).id()).isEqualTo(NormalForm.of(other).id());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "x + 2 ~ x - 2",
        "x-2 ~ x 2",
        "3-sin x ~ 3 sin x",
        "5!+1 ~ 5+1",
        "f'(x) ~ f(x)",
        "2(x+1) ~ 2x+1",
        "x^{2n} ~ x^2 n",
        "x_1 ~ x1",
        "1.5 ~ 15",
        "1,234 ~ 1 234",
        "3:4 ~ 3 4",
        "\\vec a \\times \\vec b ~ \\vec a \\cdot \\vec b",
        "x < 3 ~ x \\le 3",
        "20% ~ 20",
        "12 ~ 1 2",
      })
  void mathematicsCounts(String one, String other) {
    assertThat(NormalForm.of(one)).isNotEqualTo(NormalForm.of(other));
  }

  @Test
  void readsTokens() {
    assertThat(NormalForm.of("Let $f(x)=2x^{n+1}$; is 3.50 ≥ \\frac{1}{2}?").text())
        .isEqualTo("let f ( x ) = 2 x ^ { n + 1 } is 3.5 ≥ 1 / 2");
    assertThat(NormalForm.of("小红买了3.5千克苹果").text()).isEqualTo("小 红 买 了 3.5 千 克 苹 果");
    assertThat(NormalForm.of(" \n").tokens()).isEmpty();
  }

  @Test
  void masksNumbersInTheTemplate() {
    NormalForm question = NormalForm.of("Tom has 12 apples and gives 1/2 away.");

    assertThat(question.template().text()).isEqualTo("tom has # apples and gives # / # away");
    assertThat(question.numbers()).containsExactly("12", "1", "2");
    assertThat(question.template())
        .isEqualTo(NormalForm.of("Tom has 3,000 apples and gives 2/3 away").template());
  }

  @Test
  void takesTextThatIsNoLatex() {
    assertThat(NormalForm.of(" \\?\t. ").text()).isEqualTo("\\? .");
    assertThat(NormalForm.of("a } { b \\begin{ x \\frac").text()).isEqualTo("a { b { x");
    assertThat(NormalForm.of("\ud800 \\text{x \\hspace{1").text()).isEqualTo("x { 1");
  }

  @Test
  void timeGrowsWithTheLengthAlone() {
    for (String piece :
        new String[] {"{", "\\frac", "\\text{", "\\hspace{", "*", "- ", "1,", "'"}) {
      NormalForm.of(piece.repeat(200_000));
    }
  }
}
