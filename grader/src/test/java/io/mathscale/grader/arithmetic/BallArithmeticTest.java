package io.mathscale.grader.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.grader.RandomFormulas;
import io.mathscale.grader.expression.Node;
import io.mathscale.grader.expression.UndefinedValueException;
import io.mathscale.grader.limits.LimitReachedException;
import io.mathscale.grader.limits.StepBudget;
import io.mathscale.grader.parse.AnswerReader;
import java.math.BigDecimal;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class BallArithmeticTest {
  private static final RealFunctions FIFTY_DIGITS = new RealFunctions(50);
  private static final RealFunctions HUNDRED_DIGITS = new RealFunctions(100);

  @Property(tries = 1000, seed = "42")
  void boundsItsErrors(@ForAll("formulas") String formula) {
    Optional<ComplexBall> rough = valueOf(formula, FIFTY_DIGITS);
    Optional<ComplexBall> fine = valueOf(formula, HUNDRED_DIGITS);

    if (rough.isPresent() && fine.isPresent()) {
      BigDecimal errors = rough.get().error().add(fine.get().error());
      assertThat(rough.get().re().subtract(fine.get().re()).abs()).isLessThanOrEqualTo(errors);
      assertThat(rough.get().im().subtract(fine.get().im()).abs()).isLessThanOrEqualTo(errors);
    }
  }

  @Test
  void knowsWhatIsExact() {
    assertThat(valueOf("\\frac{3}{8}+2^{10}", FIFTY_DIGITS))
        .contains(ComplexBall.exact(new BigDecimal("1024.375")));
    assertThat(valueOf("\\frac{1}{3}", FIFTY_DIGITS).orElseThrow().error())
        .isLessThan(new BigDecimal("1e-58"))
        .isPositive();
  }

  @Test
  void hasNoInverseOfWhatMayBeZero() {
    assertThat(valueOf("\\pi-\\pi", FIFTY_DIGITS).orElseThrow().mayBeZero()).isTrue();
    assertThat(valueOf("\\frac{1}{\\pi-\\pi}", FIFTY_DIGITS)).isEmpty();
    assertThat(valueOf("\\ln(\\sin^2 1+\\cos^2 1-1)", HUNDRED_DIGITS)).isEmpty();
  }

  @Test
  void countsAnImaginaryPartWithinTheErrorAsZero() {
    assertThat(valueOf("e^{i\\pi}", FIFTY_DIGITS).orElseThrow().isReal()).isTrue();
  }

  private static Optional<ComplexBall> valueOf(String formula, RealFunctions reals) {
    Node node = new AnswerReader().read(formula, false).orElseThrow();
    StepBudget budget = new StepBudget();
    BallArithmetic arithmetic = new BallArithmetic(reals, 1, false, budget);
    try {
      return Optional.of(new Evaluator<>(arithmetic, budget).valueOf(node));
    } catch (UndefinedValueException | LimitReachedException noValue) {
      return Optional.empty();
    }
  }

  @Provide
  Arbitrary<String> formulas() {
    return RandomFormulas.any();
  }
}
