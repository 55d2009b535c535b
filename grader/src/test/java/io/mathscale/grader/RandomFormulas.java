package io.mathscale.grader;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Formulas in LaTeX, with functions, poles and differences that are zero among them. */
public final class RandomFormulas {
  private static final Arbitrary<String> FORMS =
      Arbitraries.of(
          "%s+%s",
          "%s-%s",
          "(%s)(%s)",
          "\\frac{%s}{%s}",
          "\\frac{%2$s}{%1$s}",
          "(%s)^2+%s",
          "\\sqrt{%s}",
          "\\ln(%s)",
          "\\sin(%s)",
          "\\frac{1}{%s-%s}",
          "\\tan(\\frac{%s}{%s})",
          "\\sqrt[3]{%s-%s}",
          "e^{%s}");

  private RandomFormulas() {}

  /** Formulas of any of these forms, up to four deep. */
  public static Arbitrary<String> any() {
    Arbitrary<String> atoms =
        Arbitraries.of("1", "2", "3", "7", "12", "0.25", "x", "y", "a", "\\pi", "\\sqrt{2}");
    return Arbitraries.recursive(() -> atoms, RandomFormulas::larger, 0, 4);
  }

  private static Arbitrary<String> larger(Arbitrary<String> smaller) {
    return Combinators.combine(smaller, FORMS, Arbitraries.of("1", "x", "y+2", "\\pi"))
        .as((formula, form, other) -> form.formatted(formula, other));
  }
}
