package io.mathscale.grader.parse;

import io.mathscale.grader.expression.Node;
import io.mathscale.grader.expression.Node.Num;
import io.mathscale.grader.expression.Rational;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads durations that are written as a clock shows them: {@code 2:30 hours} is 2.5 hours. */
final class ClockDurations {
  private static final Set<String> UNITS =
      Set.of("h", "hr", "hrs", "hour", "hours", "min", "mins", "minute", "minutes", "小时");

  private static final Rational SIXTY = Rational.of(60);

  private ClockDurations() {}

  /**
   * The duration, or empty if the terms are none.
   *
   * @param terms what colons divide; the last may have the unit
   * @param unit the unit behind the last term, or empty
   */
  static Optional<Node> read(List<Node> terms, String unit) {
    if (terms.size() != 2 || !UNITS.contains(unit)) {
      return Optional.empty();
    }
    Node last = terms.get(1) instanceof Node.Quantity quantity ? quantity.value() : terms.get(1);
    boolean isClock =
        terms.get(0) instanceof Num
            && last instanceof Num part
            && part.value().isInteger()
            && part.value().signum() >= 0
            && part.value().compareTo(SIXTY) < 0;
    if (!isClock) {
      return Optional.empty();
    }
    Rational whole = ((Num) terms.get(0)).value();
    Rational value = whole.plus(((Num) last).value().dividedBy(SIXTY));
    return Optional.of(new Node.Quantity(new Num(value), unit));
  }
}
