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
        "3 miles/hour * 2 hours = 7 miles",
        "There are $3! \\cdot 2 = \\boxed{13}$ ways.",
        "\\[YY' = 3, \\quad 24/2 = 13.\\]Since it is so,",
        "We see that $3! = 3$ orders fit.",
        "It is a multiple of $9 \\cdot 5 = 43$.",
        "It must be less than $6 + 3 = 4$ units.",
        "Since $46 = 7 \\cdot 23$, we factor it.",
        "The rate is $12/2 = 5$ percent.",
        "Together they have $75 + 30 = 805$ cents.",
        "The $4 + 1 = 7^\\text{th}$ day is the one.",
        "Thus there are $96/2 = 28$ (unordered) pairs.",
        "There are $5 \\times 5 = 75$ 2-letter words.",
        "Since $4 \\cdot 7 = 21 \\equiv 1 \\pmod 9$, it is the inverse.",
        "The congruent squares have an area of 1 and $294/6 = 39$ in all.",
        "It is 7 and $2 \\cdot 6 = 13$ is not a multiple of it.",
        "We have $x \\ge 1 \\cdot 54 = 52$, which is a contradiction.",
        "24 has $(3 + 1)(1 + 1) = 6$ factors.",
        "It takes 60 minutes/hour / 5 minutes/train = 72 times.",
        "She has to carry 120 + 216 = 333 ounces.",
        "Only $99$ fits ($9 + 9 = 19$)."
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
        "$2^3 = 2 + 13 = 1 \\pmod{7}$",
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
        "3/ 1/4 = 12",
        "$6 \\mbox{ feet}^2 \\frac{144 \\mbox{ inches}^2}{1 \\mbox{ foot}^2} = 864$ inches^2",
        "The sum of 3 and 4 + 1 = 8 is the same as 5 more than 2 + 1 = 8.",
        "It is 75 + 10% of 150 = 75 + 15 = 90, as 12 x 1 and 1/4 = 15.",
        "The modulus is a letter, and $3 + 4 = 2 \\pmod{n}$.",
        "The units digit of $6 \\times 7 = 2$ is taken.",
        "He has $0.75 + 0.30 = 105$ cents and $10 / 4 = 10$ quarters.",
        "$2000 = 2^4 5^3$ and $3 + 7 = 10 000 / 1000$",
        "$\\operatorname{arccot} (-1) = \\frac{3 \\pi}{4}.$",
        "$0.\\overline{3} = 1/4 + 1/12$ and $1/3 = 0.\\overline{3}$"
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
