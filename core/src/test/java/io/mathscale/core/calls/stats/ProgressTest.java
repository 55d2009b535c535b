package io.mathscale.core.calls.stats;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.calls.outage.Waiting;
import io.mathscale.core.data.FailureCause;
import io.mathscale.core.model.Usage;
import io.mathscale.core.time.ManualTime;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private static final long MINUTE = 60_000_000_000L;

  private CallStats calls = CallStats.NONE;

  @Test
  void tellsAllThatMatters() {
    add(CallStats.ofRequest(new Usage(1_500, 0, 20, true), new BigDecimal("0.12345")));
    for (int i = 0; i < 55; i++) {
      add(CallStats.ofCompleted(i < 2));
    }

    for (int i = 0; i < 5; i++) {
      add(CallStats.ofFailed(FailureCause.EMPTY));
      add(CallStats.ofRetry(FailureCause.RATE_LIMITED));
    }

    assertThat(Progress.line(run(3_660, 64), new BigDecimal("2"), MINUTE))
        .isEqualTo(
            "extract: 60 of 3,660 calls (1.6 %), 1.0/s, 1:00:00 left, 1,500 tokens in, 20 out,"
                + " $0.1235 of $2.0000, 64 in flight, 2 truncated, failed: EMPTY 5,"
                + " asked again: RATE_LIMITED 5");
  }

  @Test
  void leavesOutWhatThereIsNot() {
    assertThat(Progress.line(run(10, 0), BigDecimal.ZERO, MINUTE))
        .isEqualTo(
            "extract: 0 of 10 calls (0.0 %), 0.0/s, time left unknown, 0 tokens in, 0 out, $0.0000,"
                + " 0 in flight");
  }

  @Test
  void tellsDaysWhereThereAreDays() {
    add(CallStats.ofCompleted(false));

    assertThat(Progress.line(run(2_881, 0), BigDecimal.ZERO, MINUTE)).contains(", 2d 00h left,");
  }

  @Test
  void movesOneLineOnATerminalAndAddsLinesToALog() {
    for (Map.Entry<Boolean, Integer> lines : Map.of(true, 1, false, 3).entrySet()) {
      ManualTime time = new ManualTime();
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
          Progress progress =
              new Progress(() -> run(1, 0), BigDecimal.ZERO, out, lines.getKey(), time)) {
        progress.every(Duration.ofSeconds(5));
        time.pass(Duration.ofSeconds(10));
      }

      String shown = bytes.toString(StandardCharsets.UTF_8);
      assertThat(shown.chars().filter(c -> c == '\n').count())
          .isEqualTo(lines.getValue().longValue());
      assertThat(shown.startsWith("\r")).isEqualTo(lines.getKey());
    }
  }

  private void add(CallStats more) {
    calls = calls.plus(more);
  }

  private RunStats run(long total, long inFlight) {
    return new RunStats(
        "extract",
        total,
        calls,
        List.of(new ExecutorStats("a", CallStats.NONE, inFlight)),
        Waiting.NONE);
  }
}
