package io.mathscale.core.calls;

import static io.mathscale.core.calls.CallsFixture.demand;
import static io.mathscale.core.calls.CallsFixture.limits;
import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.data.FailureCause;
import io.mathscale.core.model.FakeClock;
import io.mathscale.core.model.Usage;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private static final long MINUTE = 60_000_000_000L;

  private final CallTotals totals = new CallTotals();

  @Test
  void tellsAllThatMatters() {
    Settlement ended = new Settlement();
    ended.request(demand("0"), true, new Usage(1_500, 0, 20, true), new BigDecimal("0.12345"));
    for (int i = 0; i < 55; i++) {
      ended.completed(i < 2);
    }

    for (int i = 0; i < 5; i++) {
      ended.failed(FailureCause.EMPTY);
      ended.retried(FailureCause.RATE_LIMITED);
    }

    totals.add(ended);

    assertThat(Progress.line("extract", totals, 3_660, 64, new BigDecimal("2"), MINUTE))
        .isEqualTo(
            "extract: 60 of 3,660 calls (1.6 %), 1.0/s, 1:00:00 left, 1,500 tokens in, 20 out,"
                + " $0.1235 of $2.0000, 64 in flight, 2 cut, failed: EMPTY 5,"
                + " asked again: RATE_LIMITED 5");
  }

  @Test
  void leavesOutWhatThereIsNot() {
    assertThat(Progress.line("extract", totals, 10, 0, BigDecimal.ZERO, MINUTE))
        .isEqualTo(
            "extract: 0 of 10 calls (0.0 %), 0.0/s, time left unknown, 0 tokens in, 0 out, $0.0000,"
                + " 0 in flight");
  }

  @Test
  void tellsDaysWhereThereAreDays() {
    Settlement ended = new Settlement();
    ended.completed(false);
    totals.add(ended);

    assertThat(Progress.line("extract", totals, 2_881, 0, BigDecimal.ZERO, MINUTE))
        .contains(", 2d 00h left,");
  }

  @Test
  void movesOneLineOnATerminalAndAddsLinesToALog() {
    for (Map.Entry<Boolean, Integer> lines : Map.of(true, 1, false, 3).entrySet()) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      CallRun run = new CallRun("s", limits(0, 0, 0, "0"), 1, 1, BigDecimal.ZERO, new FakeClock());
      try (PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
          Progress progress = new Progress(run, BigDecimal.ZERO, out, lines.getKey())) {
        progress.show();
        progress.show();
      }

      String shown = bytes.toString(StandardCharsets.UTF_8);
      assertThat(shown.chars().filter(c -> c == '\n').count())
          .isEqualTo(lines.getValue().longValue());
      assertThat(shown.startsWith("\r")).isEqualTo(lines.getKey());
    }
  }
}
