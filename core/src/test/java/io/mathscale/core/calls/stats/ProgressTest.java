package io.mathscale.core.calls.stats;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.calls.outage.Waiting;
import io.mathscale.core.data.FailureCause;
import io.mathscale.core.model.Charge;
import io.mathscale.core.model.Usage;
import io.mathscale.core.time.ManualTime;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private static final BigDecimal NO_BUDGET = BigDecimal.ZERO;
  private static final String ERASE = "\u001b[J";

  private final ManualTime time = new ManualTime();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private CallStats calls = CallStats.NONE;
  private int columns = 80;

  @Test
  void tellsAllThatMattersToALog() {
    addMany();

    assertThat(ProgressLine.of(run(3_660, 64, 1), new BigDecimal("2")).whole())
        .isEqualTo(
            "extract: 60 of 3,660 calls (1.6 %), 1.0/s, 1:00:00 left, 1,500 tokens in, 20 out,"
                + " $0.1235 of $2.0000, $0.0021 more in doubt, 64 in flight, 2 truncated,"
                + " 5 of no use, failed: EMPTY 5,"
                + " asked again: RATE_LIMITED 5");
  }

  @Test
  void leavesOutWhatThereIsNot() {
    assertThat(ProgressLine.of(run(10, 0, 0), NO_BUDGET).whole())
        .isEqualTo(
            "extract: 0 of 10 calls (0.0 %), 0.0/s, time left unknown, 0 tokens in, 0 out, $0.0000,"
                + " 0 in flight");
  }

  @Test
  void tellsThatItWaitsForTheServiceAndWhy() {
    RunStats waits =
        new RunStats(
            "extract",
            10,
            calls,
            List.of(),
            0,
            new Waiting(Duration.ofSeconds(192), "HTTP 503 from http://host/v1: loading"));

    assertThat(ProgressLine.of(waits, NO_BUDGET).whole())
        .endsWith(
            ", waiting for the model service for 0:03:12: HTTP 503 from http://host/v1: loading");
    assertThat(ProgressLine.of(waits, NO_BUDGET).within(80))
        .startsWith("extract: 0 of 10, 0.0/s, no answer for 0:03:12,")
        .hasSizeLessThanOrEqualTo(80);
  }

  @Test
  void tellsTheTimeLeftByTheRateOfTheLastMinute() {
    completed(1_000);

    assertThat(ProgressLine.of(run(2_000, 0, 100), NO_BUDGET).whole()).contains(", 0:00:10 left,");
    assertThat(ProgressLine.of(run(1_000 + 172_800, 0, 1), NO_BUDGET).whole())
        .contains(", 2d 00h left,");
  }

  @Test
  void theLastLineIsWholeAndHasNothingInFlight() {
    addMany();

    assertThat(
            ProgressLine.ofEnd(run(60, 1, 3), new BigDecimal("2"), Duration.ofSeconds(75), 0)
                .whole())
        .isEqualTo(
            "extract: 60 of 60 calls (100.0 %) in 0:01:15, 0.8/s, 1,500 tokens in, 20 out,"
                + " $0.1235 of $2.0000, $0.0021 more in doubt, 2 truncated, 5 of no use,"
                + " failed: EMPTY 5, asked again: RATE_LIMITED 5");
  }

  @Test
  void aTerminalGetsWhatItHasRoomFor() {
    completed(12_345);
    add(request(new Usage(7_912_345, 0, 1_812_345, true), "12.3456", "0"));
    ProgressLine line = ProgressLine.of(run(2_000_000, 256, 126), new BigDecimal("800"));

    assertThat(line.within(120))
        .isEqualTo(
            "extract: 12,345 of 2,000,000 (0.6 %), 126/s, 4:22:56 left, 7.9M tokens in, 1.8M out,"
                + " $12.35 of $800, 256 in flight");
    assertThat(line.within(79))
        .isEqualTo("extract: 12,345/2,000,000, 126/s, 4:22:56 left, 9.7M tokens, $12.35 of $800");
    assertThat(line.within(59)).isEqualTo("extract: 12,345/2,000,000, 126/s, 4:22:56 left");
    assertThat(line.within(20)).isEqualTo("extract 0 %");
    assertThat(line.within(5)).isEqualTo("extra");
  }

  @Test
  void neverIsLongerThanTheTerminalIsWide() {
    addMany();
    completed(1_234_567);
    for (int width = 0; width < 200; width++) {
      assertThat(ProgressLine.of(run(2_000_000, 256, 0.5), new BigDecimal("800")).within(width))
          .hasSizeLessThanOrEqualTo(width);
      assertThat(
              ProgressLine.ofEnd(run(2_000_000, 1, 0.5), NO_BUDGET, Duration.ofDays(3), 0)
                  .within(width))
          .hasSizeLessThanOrEqualTo(width)
          .doesNotContain("in flight");
    }
  }

  @Test
  void saysHowManyFailedWhereThereIsNoRoomForCauses() {
    addMany();

    assertThat(ProgressLine.of(run(3_660, 64, 1), NO_BUDGET).within(79)).contains(", 5 failed,");
  }

  @Test
  void roundsTokensToThreeDigits() {
    assertThat(
            List.of(
                    0L,
                    999L,
                    1_000L,
                    9_949L,
                    9_950L,
                    999_499L,
                    999_500L,
                    1_812_345L,
                    2_000_000_000L)
                .stream()
                .map(ProgressLine::rounded))
        .containsExactly("0", "999", "1.0K", "9.9K", "10K", "999K", "1.0M", "1.8M", "2.0G");
  }

  @Test
  void addsLinesToALog() {
    tell(null);

    assertThat(shown().lines().toList()).hasSize(3).allMatch(line -> line.startsWith("extract: "));
  }

  @Test
  void movesOneLineOnATerminalAndEndsItWhole() {
    tell(() -> columns);

    assertThat(shown())
        .isEqualTo(
            ("\rextract: 0 of 1 (0.0 %), 0.0/s, time left unknown, 0 tokens in, 0 out, $0.0000"
                        + ERASE
                        + "\r")
                    .repeat(2)
                + "\rextract: 0 of 1 (0.0 %) in 0:00:10, 0.0/s, 0 tokens in, 0 out, $0.0000"
                + ERASE
                + System.lineSeparator());
  }

  @Test
  void followsATerminalThatBecomesNarrower() {
    try (PrintStream out = stream();
        Progress progress = progress(out, () -> columns)) {
      progress.every(Duration.ofSeconds(5));
      time.pass(Duration.ofSeconds(5));
      columns = 30;
      time.pass(Duration.ofSeconds(5));
    }

    List<String> lines = List.of(shown().split("\r", -1));
    assertThat(lines.get(1)).hasSizeBetween(60, 80 + ERASE.length());
    assertThat(lines.get(3)).hasSizeLessThan(30 + ERASE.length());
  }

  @Test
  void whatOthersWriteTakesThePlaceOfTheLine() {
    PrintStream before = System.err;
    try (PrintStream out = stream();
        Progress progress = progress(out, () -> columns)) {
      progress.every(Duration.ofSeconds(5));
      time.pass(Duration.ofSeconds(5));
      bytes.reset();

      System.err.println("WARN of a log");
      System.err.println("and more");
      assertThat(shown()).isEqualTo("\r" + ERASE + "WARN of a log\nand more\n");
      bytes.reset();

      System.err.print("half a ");
      time.pass(Duration.ofSeconds(5));
      System.err.println("line");
      assertThat(shown()).isEqualTo("half a line\n");
      bytes.reset();

      time.pass(Duration.ofSeconds(5));
      assertThat(shown()).startsWith("\rextract: ");
    }

    assertThat(System.err).isNotSameAs(before);
    System.setErr(before);
  }

  private void tell(IntSupplier width) {
    PrintStream before = System.err;
    try (PrintStream out = stream();
        Progress progress = progress(out, width)) {
      progress.every(Duration.ofSeconds(5));
      time.pass(Duration.ofSeconds(10));
    } finally {
      System.setErr(before);
    }
  }

  private PrintStream stream() {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private Progress progress(PrintStream out, IntSupplier width) {
    return new Progress(() -> run(1, 0, 0), NO_BUDGET, out, width, time);
  }

  private String shown() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private void addMany() {
    add(request(new Usage(1_500, 0, 20, true), "0.12345", "0.0021"));
    for (int i = 0; i < 55; i++) {
      add(CallStats.ofCompleted(i < 2));
    }

    for (int i = 0; i < 5; i++) {
      add(CallStats.ofFailed(FailureCause.EMPTY));
      add(CallStats.ofRetry(FailureCause.RATE_LIMITED));
      add(CallStats.ofRejected());
    }
  }

  private static CallStats request(Usage usage, String cost, String doubtful) {
    return CallStats.ofRequest(new Charge(usage, new BigDecimal(cost), new BigDecimal(doubtful)));
  }

  private void completed(int count) {
    for (int i = 0; i < count; i++) {
      add(CallStats.ofCompleted(false));
    }
  }

  private void add(CallStats more) {
    calls = calls.plus(more);
  }

  private RunStats run(long total, long inFlight, double perSecond) {
    return new RunStats(
        "extract",
        total,
        calls,
        List.of(new ExecutorStats("a", CallStats.NONE, inFlight)),
        perSecond,
        Waiting.NONE);
  }
}
