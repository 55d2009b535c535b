package io.mathscale.grader.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.grader.RandomFormulas;
import io.mathscale.grader.expression.Node;
import io.mathscale.grader.expression.UndefinedValueException;
import io.mathscale.grader.limits.LimitReachedException;
import io.mathscale.grader.limits.StepBudget;
import io.mathscale.grader.parse.AnswerReader;
import java.math.BigDecimal;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class DoubleArithmeticTest {
  private static final RealFunctions FIFTY_DIGITS = new RealFunctions(50);
  private static final int POINT = 1;

  @Property(tries = 1000, seed = "42")
  void boundsItsErrors(@ForAll("formulas") String formula) {
    holdsTheValue(formula);
  }

  @Test
  void boundsTheErrorsOfEveryFunction() {
    for (String formula :
        new String[] {
          "\\sin x",
          "\\cos 99x",
          "\\tan x",
          "\\cot x",
          "\\sec x",
          "\\csc x",
          "\\arcsin\\frac{x}{9}",
          "\\arccos\\frac{x}{9}",
          "\\arctan x",
          "\\arccot x",
          "\\ln x",
          "\\log x",
          "\\log_3 x",
          "|x-7|",
          "30°",
          "7\\%",
          "e^{x}",
          "\\sqrt{x}",
          "\\sqrt[3]{-x}",
          "x^{x}",
          "x^{-20}",
          "\\frac{1}{x-1}",
          "\\sqrt{x^{2}-1}",
          "x^{\\frac{5}{3}}",
          "\\frac{10^{30}}{3}+\\pi"
        }) {
      assertThat(inDoubles(formula).isKnown()).as(formula).isTrue();
      holdsTheValue(formula);
    }
  }

  @Test
  void leavesOpenWhatIsNoRealNumber() {
    for (String formula :
        new String[] {
          "\\sqrt{-x}",
          "\\ln(-x)",
          "i",
          "\\frac{1}{\\pi-\\pi}",
          "\\arcsin x",
          "e^{1000}",
          "(\\pi-\\pi)^{0}",
          "\\sin(10^{9})"
        }) {
      assertThat(inDoubles(formula).isKnown()).as(formula).isFalse();
    }
  }

  @Test
  void tellsNumbersApartOnlyBeyondTheirErrors() {
    assertThat(inDoubles("\\sqrt{2}").differsFrom(inDoubles("1.41421356"))).isTrue();
    assertThat(inDoubles("\\sqrt{8}").differsFrom(inDoubles("2\\sqrt{2}"))).isFalse();
    assertThat(inDoubles("10^{30}+\\pi").differsFrom(inDoubles("10^{30}+e"))).isFalse();
  }

  private static void holdsTheValue(String formula) {
    DoubleBall rough = inDoubles(formula);
    ComplexBall fine = rough.isKnown() ? toFiftyDigits(formula) : null;
    if (fine != null && fine.isReal()) {
      BigDecimal errors = new BigDecimal(rough.error()).add(fine.error());
      assertThat(new BigDecimal(rough.value()).subtract(fine.re()).abs())
          .as(formula)
          .isLessThanOrEqualTo(errors);
    }
  }

  private static DoubleBall inDoubles(String formula) {
    try {
      return new Evaluator<>(new DoubleArithmetic(POINT, false), new StepBudget())
          .valueOf(node(formula));
    } catch (UndefinedValueException | LimitReachedException none) {
      return DoubleBall.UNKNOWN;
    }
  }

  private static ComplexBall toFiftyDigits(String formula) {
    StepBudget budget = new StepBudget();
    BallArithmetic arithmetic = new BallArithmetic(FIFTY_DIGITS, POINT, false, budget);
    try {
      return new Evaluator<>(arithmetic, budget).valueOf(node(formula));
    } catch (UndefinedValueException | LimitReachedException none) {
      return null;
    }
  }

  private static Node node(String formula) {
    return new AnswerReader().read(formula, false).orElseThrow();
  }

  @Provide
  Arbitrary<String> formulas() {
    return RandomFormulas.any();
  }
}
