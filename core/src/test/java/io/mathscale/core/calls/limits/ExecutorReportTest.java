package io.mathscale.core.calls.limits;

import static io.mathscale.core.calls.limits.LimitsFixture.estimate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mathscale.core.data.FailureCause;
import io.mathscale.core.model.Charge;
import io.mathscale.core.model.ServerLimits;
import io.mathscale.core.model.Usage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExecutorReportTest {
  private final ExecutorReport ended = new ExecutorReport();

  @Test
  void beginsEmpty() {
    assertThat(ended.isEmpty()).isTrue();

    ended.completed(false);

    assertThat(ended.isEmpty()).isFalse();
  }

  @Test
  void giveBackOnlyWhatWasReserved() {
    RequestEstimate estimate = new RequestEstimate(9, 100, new BigDecimal("0.5"));

    ended.request(estimate, true, Charge.certain(new Usage(10, 4, 2, true), new BigDecimal("0.1")));
    ended.request(
        estimate,
        false,
        new Charge(new Usage(1, 0, 1, true), new BigDecimal("0.2"), new BigDecimal("0.7")));

    assertThat(ended.stats().requests()).isEqualTo(2);
    assertThat(ended.granted()).isEqualTo(1);
    assertThat(ended.expectedInputTokens()).isEqualTo(9);
    assertThat(ended.reserved()).isEqualByComparingTo("0.5");
    assertThat(ended.stats().inputTokens()).isEqualTo(11);
    assertThat(ended.stats().cachedInputTokens()).isEqualTo(4);
    assertThat(ended.stats().outputTokens()).isEqualTo(3);
    assertThat(ended.stats().cost()).isEqualByComparingTo("0.3");
    assertThat(ended.stats().doubtfulCost()).isEqualByComparingTo("0.7");
  }

  @Test
  void keepsTheNearestOfTheLimitsTold() {
    ended.told(new ServerLimits(100, 40, Duration.ofSeconds(36), -1, -1, Duration.ZERO));
    ended.told(
        new ServerLimits(100, 10, Duration.ofSeconds(54), 1000, 500, Duration.ofSeconds(30)));
    ended.told(ServerLimits.NONE);

    assertThat(ended.headroom().left()).isEqualTo(0.1);
    assertThat(ended.headroom().requestsPerSecond()).isCloseTo(100 / 60.0, within(1e-9));
  }

  @Test
  void travelsWhole() throws IOException, ClassNotFoundException {
    ended.request(
        estimate("0.5"), true, Charge.certain(new Usage(10, 4, 2, true), new BigDecimal("0.1")));
    ended.completed(true);
    ended.failed(FailureCause.EMPTY);
    ended.retried(FailureCause.TIMEOUT);
    ended.throttled();
    ended.refused("no");
    ended.inFlight(7);
    ended.told(new ServerLimits(100, 40, Duration.ofSeconds(36), -1, -1, Duration.ZERO));

    ExecutorReport arrived = serialised(ended);

    assertThat(arrived).usingRecursiveComparison().isEqualTo(ended);
    assertThat(arrived.stats().failed()).isEqualTo(Map.of(FailureCause.EMPTY, 1L));
    assertThat(arrived.stats().retried()).isEqualTo(Map.of(FailureCause.TIMEOUT, 1L));
    assertThat(arrived.stats().truncated()).isEqualTo(1);
  }

  private static ExecutorReport serialised(ExecutorReport settlement)
      throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(settlement);
    }

    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (ExecutorReport) in.readObject();
    }
  }
}
