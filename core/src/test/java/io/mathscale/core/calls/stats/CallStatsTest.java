package io.mathscale.core.calls.stats;

import static io.mathscale.core.calls.CallsFixture.completion;
import static io.mathscale.core.calls.CallsFixture.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.data.FailureCause;
import io.mathscale.core.model.Charge;
import io.mathscale.core.model.Usage;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CallStatsTest {
  private static final CallStats EVERYTHING =
      CallStats.ofRequest(
              new Charge(new Usage(10, 4, 2, true), new BigDecimal("0.1"), new BigDecimal("0.3")))
          .plus(CallStats.ofCompleted(true))
          .plus(CallStats.ofFailed(FailureCause.EMPTY))
          .plus(CallStats.ofRetry(FailureCause.TIMEOUT))
          .plus(CallStats.ofRejected());

  @Test
  void addsUp() {
    CallStats twice = EVERYTHING.plus(EVERYTHING);

    assertThat(twice)
        .isEqualTo(
            new CallStats(
                2,
                2,
                2,
                20,
                8,
                4,
                new BigDecimal("0.2"),
                new TreeMap<>(Map.of(FailureCause.EMPTY, 2L)),
                new TreeMap<>(Map.of(FailureCause.TIMEOUT, 2L)),
                new BigDecimal("0.6"),
                2));
    assertThat(twice.failures()).isEqualTo(2);
    assertThat(twice.ended()).isEqualTo(4);
  }

  @Test
  void isTheSameInAnyOrderAndGrouping() {
    List<CallStats> parts =
        List.of(
            EVERYTHING,
            CallStats.of(completion("a", "1")),
            CallStats.of(failure("b", FailureCause.TIMEOUT, 1)),
            CallStats.ofFailed(FailureCause.BAD_REQUEST));

    CallStats leftToRight = parts.stream().reduce(CallStats.NONE, CallStats::plus);
    CallStats pairwise =
        parts.get(3).plus(parts.get(2)).plus(parts.get(1).plus(parts.get(0))).plus(CallStats.NONE);

    assertThat(pairwise).isEqualTo(leftToRight);
  }

  @Test
  void countsACallWithAllItsTries() {
    assertThat(CallStats.of(completion("a", "1")))
        .isEqualTo(
            CallStats.ofRequest(Charge.certain(new Usage(10, 4, 2, true), new BigDecimal("0.25")))
                .plus(CallStats.ofCompleted(false)));
    assertThat(CallStats.of(failure("b", FailureCause.EMPTY, 1)))
        .isEqualTo(
            CallStats.ofRequest(Charge.certain(new Usage(10, 0, 2, true), new BigDecimal("0.125")))
                .plus(CallStats.ofFailed(FailureCause.EMPTY)));
  }

  @Test
  void isEmptyUntilSomethingEnds() {
    assertThat(CallStats.NONE.isEmpty()).isTrue();
    assertThat(CallStats.NONE.plus(CallStats.ofCompleted(false)).isEmpty()).isFalse();
  }
}
