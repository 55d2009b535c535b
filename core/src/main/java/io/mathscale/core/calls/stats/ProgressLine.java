package io.mathscale.core.calls.stats;

import io.mathscale.core.data.FailureCause;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/** How far a run is, in one line. */
final class ProgressLine {
  private static final int MONEY_DIGITS = 4;
  private static final int CENTS_DIGITS = 2;

  private final RunStats run;
  private final BigDecimal budget;
  private final Duration elapsed;
  private final long endedBefore;
  private final boolean isEnd;

  private ProgressLine(
      RunStats run, BigDecimal budget, Duration elapsed, long endedBefore, boolean isEnd) {
    this.run = run;
    this.budget = budget;
    this.elapsed = elapsed;
    this.endedBefore = endedBefore;
    this.isEnd = isEnd;
  }

  /**
   * The line of a run that goes on.
   *
   * @param budget US dollars that the stage may spend; 0 for any
   */
  static ProgressLine of(RunStats run, BigDecimal budget) {
    return new ProgressLine(run, budget, Duration.ZERO, 0, false);
  }

  /**
   * The last line of a run.
   *
   * @param elapsed the time that it took
   * @param endedBefore calls that had ended before it began
   */
  static ProgressLine ofEnd(RunStats run, BigDecimal budget, Duration elapsed, long endedBefore) {
    return new ProgressLine(run, budget, elapsed, endedBefore, true);
  }

  /** All of it, for a log. */
  String whole() {
    CallStats calls = run.calls();
    StringJoiner line = new StringJoiner(", ");
    line.add(
        text("%s: %,d of %,d calls (%.1f %%)", run.stage(), run.done(), run.total(), run.percent())
            + (isEnd ? " in " + time(elapsed) : ""));
    line.add(text("%.1f/s", rate()));
    if (!isEnd) {
      line.add(left(run));
    }

    line.add(text("%,d tokens in, %,d out", calls.inputTokens(), calls.outputTokens()));
    line.add("$" + money(calls.cost()) + (budget.signum() > 0 ? " of $" + money(budget) : ""));
    if (calls.doubtfulCost().signum() > 0) {
      line.add("$" + money(calls.doubtfulCost()) + " more in doubt");
    }

    if (!isEnd) {
      line.add(run.inFlight() + " in flight");
    }

    if (calls.truncated() > 0) {
      line.add(text("%,d truncated", calls.truncated()));
    }

    if (calls.rejected() > 0) {
      line.add(text("%,d of no use", calls.rejected()));
    }

    if (calls.failures() > 0) {
      line.add("failed: " + byCause(calls.failed()));
    }

    if (!calls.retried().isEmpty()) {
      line.add("asked again: " + byCause(calls.retried()));
    }

    if (!isEnd && run.waiting().isWaiting()) {
      line.add(
          text(
              "waiting for the model service for %s: %s",
              time(run.waiting().time()), run.waiting().why()));
    }

    return line.toString();
  }

  /** As much of it as so many characters hold, the least telling left out first. */
  String within(int columns) {
    for (Detail detail : Detail.values()) {
      String line = shortened(detail);
      if (line.length() <= columns) {
        return line;
      }
    }

    String least = text("%s %.0f %%", run.stage(), Math.floor(run.percent()));
    return least.length() <= columns ? least : least.substring(0, Math.max(0, columns));
  }

  private String shortened(Detail detail) {
    CallStats calls = run.calls();
    StringJoiner line = new StringJoiner(", ");
    line.add(
        text(
                detail.has(Detail.WORDS) ? "%s: %,d of %,d" : "%s: %,d/%,d",
                run.stage(),
                run.done(),
                run.total())
            + (detail.has(Detail.PERCENT) ? text(" (%.1f %%)", run.percent()) : "")
            + (isEnd ? " in " + time(elapsed) : ""));
    line.add(rate() < 10 ? text("%.1f/s", rate()) : text("%,.0f/s", rate()));
    if (!isEnd && run.waiting().isWaiting()) {
      line.add("no answer for " + time(run.waiting().time()));
    } else if (!isEnd && detail.has(Detail.TIME_LEFT)) {
      line.add(left(run));
    }

    if (calls.failures() > 0) {
      line.add(
          detail.has(Detail.CAUSES)
              ? "failed: " + byCause(calls.failed())
              : text("%,d failed", calls.failures()));
    }

    if (calls.rejected() > 0 && detail.has(Detail.REJECTED)) {
      line.add(text("%,d of no use", calls.rejected()));
    }

    if (detail.has(Detail.TOKENS)) {
      line.add(tokens(detail));
    }

    if (detail.has(Detail.MONEY)) {
      line.add(
          "$"
              + cents(calls.cost())
              + (budget.signum() > 0 ? " of $" + budget.stripTrailingZeros().toPlainString() : ""));
    }

    if (calls.doubtfulCost().signum() > 0 && detail.has(Detail.DOUBT)) {
      line.add("$" + cents(calls.doubtfulCost()) + " in doubt");
    }

    if (calls.truncated() > 0 && detail.has(Detail.TRUNCATED)) {
      line.add(text("%,d truncated", calls.truncated()));
    }

    if (!calls.retried().isEmpty() && detail.has(Detail.RETRIED)) {
      line.add("asked again: " + byCause(calls.retried()));
    }

    if (!isEnd && detail.has(Detail.IN_FLIGHT)) {
      line.add(run.inFlight() + " in flight");
    }

    return line.toString();
  }

  private String tokens(Detail detail) {
    long in = run.calls().inputTokens();
    long out = run.calls().outputTokens();
    if (detail.has(Detail.WORDS)) {
      return rounded(in) + " tokens in, " + rounded(out) + " out";
    }

    return detail.has(Detail.TOKENS_APART)
        ? rounded(in) + "+" + rounded(out) + " tokens"
        : rounded(in + out) + " tokens";
  }

  /** Calls a second: lately, or at the end over all. */
  private double rate() {
    return isEnd
        ? (run.done() - endedBefore) * 1e9 / Math.max(1, elapsed.toNanos())
        : run.perSecond();
  }

  /** What a line has, from the richest to the poorest: each lacks what it is named for. */
  private enum Detail {
    ALL,
    IN_FLIGHT,
    RETRIED,
    CAUSES,
    TRUNCATED,
    PERCENT,
    WORDS,
    TOKENS_APART,
    DOUBT,
    TOKENS,
    REJECTED,
    MONEY,
    TIME_LEFT;

    private boolean has(Detail part) {
      return compareTo(part) < 0;
    }
  }

  /** The time that is left, in words. */
  static String left(RunStats run) {
    double seconds = run.secondsLeft();
    if (seconds < 0) {
      return "time left unknown";
    }

    Duration left = Duration.ofSeconds((long) Math.ceil(seconds));
    return (left.toDays() > 0 ? text("%dd %02dh", left.toDays(), left.toHoursPart()) : time(left))
        + " left";
  }

  private static String time(Duration duration) {
    return text(
        "%d:%02d:%02d", duration.toHours(), duration.toMinutesPart(), duration.toSecondsPart());
  }

  /** Dollars with their ten-thousandths. */
  static String money(BigDecimal dollars) {
    return dollars.setScale(MONEY_DIGITS, RoundingMode.HALF_UP).toPlainString();
  }

  /** Dollars with their cents, or with their ten-thousandths where there are few. */
  private static String cents(BigDecimal dollars) {
    return dollars.compareTo(BigDecimal.ONE) < 0
        ? money(dollars)
        : dollars.setScale(CENTS_DIGITS, RoundingMode.HALF_UP).toPlainString();
  }

  /** A number of three digits or so, with K, M, G or T for thousands. */
  static String rounded(long number) {
    double value = number;
    int thousands = 0;
    while (value >= 999.5 && thousands < 4) {
      value /= 1000;
      thousands++;
    }

    if (thousands == 0) {
      return Long.toString(number);
    }

    return text(value < 9.95 ? "%.1f" : "%.0f", value) + "KMGT".charAt(thousands - 1);
  }

  /** Counts in words. */
  static String byCause(Map<FailureCause, Long> counts) {
    StringJoiner causes = new StringJoiner(" ");
    counts.forEach((cause, count) -> causes.add(cause + " " + count));
    return causes.toString();
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
