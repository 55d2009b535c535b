package io.mathscale.core.calls.stats;

import io.mathscale.core.data.FailureCause;
import io.mathscale.core.time.PeriodicTask;
import io.mathscale.core.time.TimeSource;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Supplier;

/**
 * Tells every few seconds how far a run is: one moving line on a terminal, a line each in a log.
 */
public final class Progress implements AutoCloseable {
  private static final int CENTS_DIGITS = 4;

  private final Supplier<RunStats> run;
  private final BigDecimal budget;
  private final PrintStream out;
  private final boolean isTerminal;
  private final TimeSource time;
  private final long begun;
  private PeriodicTask timer = () -> {};

  Progress(
      Supplier<RunStats> run,
      BigDecimal budget,
      PrintStream out,
      boolean isTerminal,
      TimeSource time) {
    this.run = run;
    this.budget = budget;
    this.out = out;
    this.isTerminal = isTerminal;
    this.time = time;
    this.begun = time.nanos();
  }

  /**
   * Progress on standard error.
   *
   * @param run how far the run is
   * @param budget US dollars that the stage may spend; 0 for any
   * @param time by which to tell
   */
  public static Progress of(Supplier<RunStats> run, BigDecimal budget, TimeSource time) {
    return new Progress(run, budget, System.err, isTerminal(), time);
  }

  /**
   * Whether standard error is a terminal: as {@code -Dmathscale.terminal} says, else as Linux says,
   * since Java cannot tell.
   */
  private static boolean isTerminal() {
    String told = System.getProperty("mathscale.terminal");
    if (told != null) {
      return Boolean.parseBoolean(told);
    }

    try {
      return Files.readSymbolicLink(Path.of("/proc/self/fd/2")).startsWith("/dev/pts");
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  /** Begins to tell. */
  public void every(Duration interval) {
    timer = time.every(interval, "calls-progress", this::show);
  }

  /** Tells now. */
  void show() {
    out.print(isTerminal ? "\r" + line() + "\u001b[K" : line() + System.lineSeparator());
    out.flush();
  }

  /** How far the run is. */
  private String line() {
    return line(run.get(), budget, time.nanos() - begun);
  }

  static String line(RunStats run, BigDecimal budget, long nanos) {
    CallStats calls = run.calls();
    long total = run.total();
    long done = calls.ended();
    double rate = done * 1e9 / Math.max(1, nanos);
    StringJoiner line = new StringJoiner(", ");
    line.add(
        String.format(
            Locale.ROOT,
            "%s: %,d of %,d calls (%.1f %%)",
            run.stage(),
            done,
            total,
            total == 0 ? 100.0 : 100.0 * done / total));
    line.add(String.format(Locale.ROOT, "%.1f/s", rate));
    line.add(rate == 0 ? "time left unknown" : timeLeft((total - done) / rate) + " left");
    line.add(
        String.format(
            Locale.ROOT, "%,d tokens in, %,d out", calls.inputTokens(), calls.outputTokens()));
    line.add("$" + money(calls.cost()) + (budget.signum() > 0 ? " of $" + money(budget) : ""));
    line.add(run.inFlight() + " in flight");
    if (calls.truncated() > 0) {
      line.add(String.format(Locale.ROOT, "%,d truncated", calls.truncated()));
    }

    if (calls.failures() > 0) {
      line.add("failed: " + byCause(calls.failed()));
    }

    if (!calls.retried().isEmpty()) {
      line.add("asked again: " + byCause(calls.retried()));
    }

    if (run.waiting().isWaiting()) {
      line.add(
          "waiting for the model service for %s: %s"
              .formatted(time(run.waiting().time()), run.waiting().why()));
    }

    return line.toString();
  }

  /** Dollars with their ten-thousandths. */
  static String money(BigDecimal dollars) {
    return dollars.setScale(CENTS_DIGITS, RoundingMode.HALF_UP).toPlainString();
  }

  private static String timeLeft(double seconds) {
    Duration left = Duration.ofSeconds((long) Math.ceil(seconds));
    return left.toDays() > 0
        ? String.format(Locale.ROOT, "%dd %02dh", left.toDays(), left.toHoursPart())
        : time(left);
  }

  private static String time(Duration duration) {
    return String.format(
        Locale.ROOT,
        "%d:%02d:%02d",
        duration.toHours(),
        duration.toMinutesPart(),
        duration.toSecondsPart());
  }

  /** Counts in words. */
  static String byCause(Map<FailureCause, Long> counts) {
    StringJoiner causes = new StringJoiner(" ");
    counts.forEach((cause, count) -> causes.add(cause + " " + count));
    return causes.toString();
  }

  /** Tells for the last time. */
  @Override
  public void close() {
    timer.close();
    show();
    if (isTerminal) {
      out.println();
    }
  }
}
