package io.mathscale.core.calls;

import static io.mathscale.core.calls.CallsFixture.demand;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mathscale.core.data.FailureCause;
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

class SettlementTest {
  private final Settlement ended = new Settlement();

  @Test
  void beginsEmpty() {
    assertThat(ended.isEmpty()).isTrue();

    ended.completed(false);

    assertThat(ended.isEmpty()).isFalse();
  }

  @Test
  void giveBackOnlyWhatWasReserved() {
    Demand demand = new Demand(9, 100, new BigDecimal("0.5"));

    ended.request(demand, true, new Usage(10, 4, 2, true), new BigDecimal("0.1"));
    ended.request(demand, false, new Usage(1, 0, 1, true), new BigDecimal("0.2"));

    assertThat(ended.requests()).isEqualTo(2);
    assertThat(ended.granted()).isEqualTo(1);
    assertThat(ended.expectedInputTokens()).isEqualTo(9);
    assertThat(ended.reserved()).isEqualByComparingTo("0.5");
    assertThat(ended.inputTokens()).isEqualTo(11);
    assertThat(ended.cachedInputTokens()).isEqualTo(4);
    assertThat(ended.outputTokens()).isEqualTo(3);
    assertThat(ended.cost()).isEqualByComparingTo("0.3");
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
    ended.request(demand("0.5"), true, new Usage(10, 4, 2, true), new BigDecimal("0.1"));
    ended.completed(true);
    ended.failed(FailureCause.EMPTY);
    ended.retried(FailureCause.TIMEOUT);
    ended.throttled();
    ended.refused("no");
    ended.inFlight(7);
    ended.told(new ServerLimits(100, 40, Duration.ofSeconds(36), -1, -1, Duration.ZERO));

    Settlement arrived = serialised(ended);

    assertThat(arrived).usingRecursiveComparison().isEqualTo(ended);
    assertThat(arrived.failedCalls()).isEqualTo(Map.of(FailureCause.EMPTY, 1L));
    assertThat(arrived.retriedRequests()).isEqualTo(Map.of(FailureCause.TIMEOUT, 1L));
    assertThat(arrived.truncatedCalls()).isEqualTo(1);
  }

  @Test
  void addsUpToTotals() {
    ended.request(demand("0.5"), true, new Usage(10, 4, 2, true), new BigDecimal("0.1"));
    ended.completed(true);
    ended.failed(FailureCause.EMPTY);
    CallTotals totals = new CallTotals();

    totals.add(ended);
    totals.add(ended);
    CallTotals copy = totals.copy();
    totals.add(ended);

    assertThat(copy.requests()).isEqualTo(2);
    assertThat(copy.completed()).isEqualTo(2);
    assertThat(copy.cut()).isEqualTo(2);
    assertThat(copy.failures()).isEqualTo(2);
    assertThat(copy.inputTokens()).isEqualTo(20);
    assertThat(copy.outputTokens()).isEqualTo(4);
    assertThat(copy.cost()).isEqualByComparingTo("0.2");
  }

  private static Settlement serialised(Settlement settlement)
      throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(settlement);
    }

    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (Settlement) in.readObject();
    }
  }
}
