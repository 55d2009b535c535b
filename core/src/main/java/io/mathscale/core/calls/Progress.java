package io.mathscale.core.calls;

import io.mathscale.core.data.FailureCause;
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
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Tells every few seconds how far a run is: one moving line on a terminal, a line each in a log.
 */
final class Progress implements AutoCloseable {
  private static final int CENTS_DIGITS = 4;

  private final CallRun run;
  private final BigDecimal budget;
  private final PrintStream out;
  private final boolean isTerminal;
  private final long begun = System.nanoTime();
  private final ScheduledExecutorService timer;

  Progress(CallRun run, BigDecimal budget, PrintStream out, boolean isTerminal) {
    this.run = run;
    this.budget = budget;
    this.out = out;
    this.isTerminal = isTerminal;
    this.timer =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread thread = new Thread(work, "calls-progress");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Progress on standard error. */
  static Progress of(CallRun run, BigDecimal budget) {
    return new Progress(run, budget, System.err, isTerminal());
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
  void every(Duration interval) {
    long nanos = interval.toNanos();
    var unused = timer.scheduleAtFixedRate(this::show, nanos, nanos, TimeUnit.NANOSECONDS);
  }

  /** Tells now. */
  void show() {
    out.print(isTerminal ? "\r" + line() + "\u001b[K" : line() + System.lineSeparator());
    out.flush();
  }

  /** How far the run is. */
  private String line() {
    CallTotals totals = run.totals();
    return line(
        run.stage(), totals, run.total(), run.inFlight(), budget, System.nanoTime() - begun);
  }

  static String line(
      String stage, CallTotals totals, long total, long inFlight, BigDecimal budget, long nanos) {
    long done = totals.completed() + totals.failures();
    double rate = done * 1e9 / Math.max(1, nanos);
    StringJoiner line = new StringJoiner(", ");
    line.add(
        String.format(
            Locale.ROOT,
            "%s: %,d of %,d calls (%.1f %%)",
            stage,
            done,
            total,
            total == 0 ? 100.0 : 100.0 * done / total));
    line.add(String.format(Locale.ROOT, "%.1f/s", rate));
    line.add(rate == 0 ? "time left unknown" : timeLeft((total - done) / rate) + " left");
    line.add(
        String.format(
            Locale.ROOT, "%,d tokens in, %,d out", totals.inputTokens(), totals.outputTokens()));
    line.add("$" + money(totals.cost()) + (budget.signum() > 0 ? " of $" + money(budget) : ""));
    line.add(inFlight + " in flight");
    if (totals.cut() > 0) {
      line.add(String.format(Locale.ROOT, "%,d cut", totals.cut()));
    }

    if (totals.failures() > 0) {
      line.add("failed: " + byCause(totals.failed()));
    }

    if (!totals.retried().isEmpty()) {
      line.add("asked again: " + byCause(totals.retried()));
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
        : String.format(
            Locale.ROOT,
            "%d:%02d:%02d",
            left.toHours(),
            left.toMinutesPart(),
            left.toSecondsPart());
  }

  /** Counts in words. */
  static String byCause(Map<FailureCause, Long> counts) {
    StringJoiner causes = new StringJoiner(" ");
    counts.forEach((cause, count) -> causes.add(cause + " " + count));
    return causes.toString();
  }

  @Override
  public void close() {
    timer.shutdownNow();
    show();
    if (isTerminal) {
      out.println();
    }
  }
}
