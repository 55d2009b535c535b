package io.mathscale.core.command;

import io.mathscale.core.calls.estimate.Estimate;
import io.mathscale.core.calls.estimate.Estimate.Projection;
import io.mathscale.core.calls.estimate.Estimate.Range;
import java.io.PrintStream;
import java.util.Locale;

/** Prints an estimate. */
final class EstimateText {
  private EstimateText() {}

  static void print(Estimate estimate, PrintStream out) {
    out.printf(
        Locale.ROOT,
        "%s: %,d calls to make; %,d of %,d have ended and cost $%.4f%n",
        estimate.stage(),
        estimate.toAsk(),
        estimate.ended(),
        estimate.calls(),
        estimate.spent());
    out.printf(
        Locale.ROOT, "%-12s %,15d counted in the prompts%n", "tokens in", estimate.inputTokens());
    out.printf(Locale.ROOT, "%-12s %,15d at most%n", "tokens out", estimate.mostOutputTokens());
    out.printf(Locale.ROOT, "%-12s %,15.4f at most%n", "US $", estimate.mostCost());
    if (estimate.projection().isPresent()) {
      Projection projection = estimate.projection().get();
      out.printf(
          Locale.ROOT,
          "Projected from the %,d that have ended, with 95 %% intervals:%n",
          estimate.ended());
      print("tokens in", "%,15.0f %,15.0f - %,.0f%n", projection.inputTokens(), out);
      print("tokens out", "%,15.0f %,15.0f - %,.0f%n", projection.outputTokens(), out);
      print("US $", "%,15.4f %,15.4f - %,.4f%n", projection.cost(), out);
    }

    out.flush();
  }

  private static void print(String name, String format, Range range, PrintStream out) {
    out.printf(Locale.ROOT, "%-12s " + format, name, range.expected(), range.low(), range.high());
  }
}
