package io.mathscale.generator.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberEqualitiesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "So $12 \\times 3 = 37$.",
        "He paid 12 x 3 = $38 for them.",
        "$\\frac{1}{2} + \\frac13 = \\frac{5}{7}$",
        "\\[ 2(3 + 4) = 15 \\]",
        "Natalia sold 48/2 = <<48/2=24>>25 clips in May.",
        "$5 + $3 = $9 in all",
        "1,000 + 2,500 = 4,500",
        "$1{,}000 \\cdot 3 = 3{,}100$",
        "20% of the 50 is 0.2 * 50 = 11 apples.",
        "\\begin{align*} x &= 3 + 4 \\\\ &= 8 \\end{align*}",
        "The rest is 5 apples + 3 apples = 9 apples.",
        "$\\sqrt{16} + 2^3 = 13$",
        "$5! = 121$",
        "$\\binom{5}{2} = 11$ ways",
        "$180^\\circ - 60^\\circ = 110^\\circ$",
        "$\\sin 30^\\circ = \\frac13$",
        "$10 / 4 = 2.6$",
        "$-3 + 5 = 3$",
        "- 3 + 4 = 8\n- 7 + 5 = 12",
        "$3 \\cdot 4 = 12 \\cdot 2 = 25$",
        "$12 \\div 3 = \\boxed{5}$.",
        "$\\\\frac{21}{3}=8$",
        "12 plus 3 = 16",
        "3 miles/hour * 2 hours = 7 miles"
      })
  void findsWhatIsFalse(String solution) {
    CheckedEqualities found = NumberEqualities.in(solution);

    assertThat(found.falseOnes()).as(solution).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$10/3 = 3.33$ and $2/3 = 0.67$ and $2/3 = 0.66$",
        "$22/7 = 3$ boxes, rounded down",
        "$\\pi \\cdot 5^2 = 78.5$ and $2 \\cdot \\pi \\cdot 100 = 628$",
        "$17 = 2 \\cdot 1 \\pmod 5$",
        "$2^3 = 2 + 5 = 1 \\pmod{7}$",
        "in base 7, $5 + 4 = 12$",
        "$1011_2 = 8 + 3$",
        "$1 \\text{ foot} = 12 \\cdot 1 \\text{ inches}$ and $2 \\text{ ft} + 6 \\text{ in} = 30 \\text{ in}$",
        "1.5 hours = 60 * 1.5 minutes",
        "$3\\frac12 = \\frac72$ and $2 1/2 + 1 = 3.5$ and $3\\frac{1}{2} = \\frac{3}{2}$",
        "$0.2 \\cdot 100 = 20\\%$ and $20/100 = 20\\%$ and $50\\% = 1/2$",
        "$0.333... + 0.333... = 2/3$ and $1/3 = 0.\\overline{3}$",
        "$a(2)+3=2-5$ and $3x + 4 = 10$ and $4 = 3xyz + 1$",
        "$3*2=3^2+3\\cdot 2-2^2$",
        "Week 1 + Week 2 = 35 + 36 hours",
        "half of 10 + 4 = 7",
        "25 / 1/5 = 125 and 8/2(4) = 1",
        "5*3 = 15+2 = 17",
        "This means $2 + 2 = 5$, a contradiction.",
        "But $3 + 4 = 8$ is not true.",
        "$x = 3$, $10^35^0 \\cdot 1 = 1000$",
        "$\\{1, 2\\} = 3 + 4$ and $(1, 2) + (3, 4) = 4 + 6$",
        "1 + 2 + ... + 10 = 55 and $1 + 2 + \\cdots + 4 = 10$",
        "gcd(12, 18) + 1 = 7",
        "[asy] x = 3 + 4 = 9; [/asy]",
        "0900-0130 = 0730 hours",
        "$54\\text{ ft}^2 \\cdot 2 = 108\\text{ ft}^2$",
        "5 + 3 = 8!",
        "$3 + 4 \n = 7$",
        "= = = 3 + + = * = 1 /",
        "3/ 1/4 = 12"
      })
  void leavesAloneWhatIsTrueOrMeansSomethingElse(String solution) {
    assertThat(NumberEqualities.in(solution).falseOnes()).as(solution).isEmpty();
  }

  @Test
  void countsWhatItComputesAndQuotesWhatIsFalse() {
    assertThat(NumberEqualities.in("$2 + 2 = 4$, so $x = 4$ and $3 \\cdot 4 = 12 = 10 + 3$."))
        .isEqualTo(new CheckedEqualities(3, List.of("12 = 10 + 3")));
    assertThat(new CheckedEqualities(4, List.of("1 + 1 = 3")).falseShare()).isEqualTo(0.25);
    assertThat(NumberEqualities.in("").falseShare()).isZero();
  }

  @Test
  void takesTimeInProportionToTheLength() {
    String signs = "((((-".repeat(20_000) + "=" + "3+".repeat(40_000) + "=" + "9!".repeat(10_000);

    assertThat(NumberEqualities.in(signs + "= 2^99999999 = 1/0 + 1").falseOnes()).isEmpty();
    assertThat(NumberEqualities.in("1 + 1 = 3\n".repeat(10_000)).checked()).isEqualTo(10_000);
  }
}
