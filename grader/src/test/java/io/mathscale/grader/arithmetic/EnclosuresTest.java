package io.mathscale.grader.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mathscale.grader.expression.Node;
import io.mathscale.grader.expression.Node.Num;
import io.mathscale.grader.expression.Rational;
import io.mathscale.grader.expression.UndefinedValueException;
import io.mathscale.grader.limits.StepBudget;
import io.mathscale.grader.parse.AnswerReader;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class EnclosuresTest {
  @Property(tries = 200, seed = "42")
  void holdsTheIntegralOfAPolynomial(
      @ForAll @Size(min = 1, max = 6) List<@IntRange(min = -50, max = 50) Integer> coefficients,
      @ForAll @IntRange(min = -5, max = 5) int low,
      @ForAll @IntRange(min = 1, max = 7) int length) {
    StringBuilder body = new StringBuilder("0");
    Rational exact = Rational.ZERO;
    for (int i = 0; i < coefficients.size(); i++) {
      body.append("+(").append(coefficients.get(i)).append(")x^{").append(i).append("}");
      Rational power = power(low + length, i + 1).minus(power(low, i + 1));
      exact =
          exact.plus(power.times(Rational.of(coefficients.get(i))).dividedBy(Rational.of(i + 1)));
    }

    try {
      assertHolds(integral(body.toString(), low, low + length), exact);
    } catch (UndefinedValueException tooNearZero) {
      assertThat(Math.abs(exact.numerator().doubleValue())).isLessThan(1e-3);
    }
  }

  @Test
  void holdsIntegralsThatHaveNoTaylorSeriesSomewhere() {
    assertHolds(integral("\\sqrt{x}", 0, 4), Rational.of(16).dividedBy(Rational.of(3)));
    assertHolds(integral("|x-1|", 0, 3), Rational.of(5).dividedBy(Rational.of(2)));
    assertHolds(integral("\\sqrt[3]{x}", -1, 8), Rational.of(45).dividedBy(Rational.of(4)));
  }

  @Test
  void knowsNoIntegralWhereTheFormulaIsNotBoundedOrNotReal() {
    for (String body :
        List.of("\\frac{1}{x}", "\\frac{1}{x^2}", "\\ln x", "\\sqrt{x}", "\\tan 2x")) {
      assertThatThrownBy(() -> integral(body, -1, 1))
          .as(body)
          .isInstanceOf(UndefinedValueException.class);
    }
    assertThatThrownBy(() -> integral("a x", 0, 1)).isInstanceOf(UndefinedValueException.class);
  }

  @Test
  void holdsLongSums() {
    Node body = new AnswerReader().read("\\sqrt{k}\\sqrt{k}", false).orElseThrow();
    Enclosures enclosures = new Enclosures(new StepBudget());

    assertHolds(enclosures.series(body, "k", Rational.ONE, 100, true), Rational.of(5_050));
  }

  private static Rational power(int base, int exponent) {
    Rational power = Rational.ONE;
    for (int i = 0; i < exponent; i++) {
      power = power.times(Rational.of(base));
    }
    return power;
  }

  private static Node integral(String body, int low, int high) {
    Node formula = new AnswerReader().read(body, false).orElseThrow();
    return new Enclosures(new StepBudget()).integral(formula, "x", Num.of(low), Num.of(high));
  }

  private static void assertHolds(Node enclosed, Rational exact) {
    List<Node> bounds = ((Node.Call) enclosed).arguments();
    Rational low = ((Num) bounds.get(0)).value();
    Rational high = ((Num) bounds.get(1)).value();
    assertThat(low).isLessThanOrEqualTo(exact);
    assertThat(high).isGreaterThanOrEqualTo(exact);
    assertThat(high.minus(low).dividedBy(Rational.of(1_000_000)))
        .isLessThanOrEqualTo(
            exact.abs().plus(Rational.ONE).dividedBy(Rational.of(1_000_000_000_000L)));
  }
}
