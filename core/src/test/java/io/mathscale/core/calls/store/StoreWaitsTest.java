package io.mathscale.core.calls.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.model.FakeClock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StoreWaitsTest {
  private final StoreWaits waits =
      new StoreWaits("generate", Duration.ofMinutes(30), new FakeClock());

  @Test
  void tellsThePathTheCauseAndWhatAllProcessesLose() {
    waits.note("1", trouble(100, false));
    assertThat(waits.givenUp()).isEmpty();

    waits.note("2", trouble(39, true));

    assertThat(waits.givenUp())
        .contains(
            "generate: the workspace must be writable: nothing could be written to /w/calls for"
                + " 1,800 s (calls.give-up-after): No space left on device; 139 answers in memory,"
                + " 279 KiB, are lost, what was written before is kept; mend it and run again to go"
                + " on");
  }

  @Test
  void forgetsProcessesThatWaitNoLongerOrAreGone() {
    waits.note("1", trouble(1, false));
    waits.note("1", Optional.empty());
    waits.note("2", trouble(1, true));
    waits.lose("2");
    waits.note("3", Optional.empty());

    assertThat(waits.givenUp()).isEmpty();
  }

  private static Optional<StoreTrouble> trouble(long lines, boolean isGivenUp) {
    return Optional.of(
        new StoreTrouble(
            "/w/calls",
            "No space left on device",
            lines,
            lines * 2048,
            Duration.ofMinutes(30),
            isGivenUp));
  }
}
