package io.mathscale.core.calls.stats;

import io.mathscale.core.time.PeriodicTask;
import io.mathscale.core.time.TimeSource;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * Tells every few seconds how far a run is: one moving line on a terminal, a line each in a log.
 */
public final class Progress implements AutoCloseable {
  /** A character behind the line, so that the cursor never leaves it. */
  private static final int CURSOR_COLUMNS = 1;

  private final Supplier<RunStats> run;
  private final BigDecimal budget;
  private final PrintStream out;
  private final IntSupplier columns;
  private final MovingLine line;
  private final TimeSource time;
  private final long begun;
  private final long endedBefore;
  private PeriodicTask timer = () -> {};
  private boolean isEnded;

  /**
   * Progress there.
   *
   * @param columns how wide the terminal is, or null for a log
   */
  Progress(
      Supplier<RunStats> run,
      BigDecimal budget,
      PrintStream out,
      IntSupplier columns,
      TimeSource time) {
    this.run = run;
    this.budget = budget;
    this.out = out;
    this.columns = columns;
    this.line = new MovingLine(out);
    this.time = time;
    this.begun = time.nanos();
    this.endedBefore = run.get().calls().ended();
  }

  /**
   * Progress on standard error.
   *
   * @param run how far the run is
   * @param budget US dollars that the stage may spend; 0 for any
   * @param time by which to tell
   */
  public static Progress of(Supplier<RunStats> run, BigDecimal budget, TimeSource time) {
    ErrorTerminal terminal = ErrorTerminal.find();
    return new Progress(run, budget, System.err, terminal == null ? null : terminal::columns, time);
  }

  /** Begins to tell. */
  public void every(Duration interval) {
    if (columns != null) {
      // Logs and messages do not know of the line, which would stand in their way.
      System.setErr(line.beside());
    }

    timer = time.every(interval, "calls-progress", this::show);
  }

  /** Tells now. */
  synchronized void show() {
    if (!isEnded) {
      tell(ProgressLine.of(run.get(), budget));
    }
  }

  private void tell(ProgressLine told) {
    if (columns == null) {
      out.println(told.whole());
    } else if (isEnded) {
      line.end(told.within(columns.getAsInt() - CURSOR_COLUMNS));
    } else {
      line.show(told.within(columns.getAsInt() - CURSOR_COLUMNS));
    }
  }

  /** Tells for the last time. */
  @Override
  public synchronized void close() {
    timer.close();
    isEnded = true;
    Duration elapsed = Duration.ofNanos(time.nanos() - begun);
    tell(ProgressLine.ofEnd(run.get(), budget, elapsed, endedBefore));
    if (columns != null) {
      System.setErr(out);
    }
  }
}
