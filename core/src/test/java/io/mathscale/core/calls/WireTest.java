package io.mathscale.core.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class WireTest {
  @Test
  void givesBackWhatWasWritten() {
    CallsMessage message = new CallsMessage.Lease("run", "1", List.of());

    assertThat(Wire.read(Wire.write(message))).isEqualTo(message);
  }

  @Test
  void refusesWhatIsNoMessage() {
    assertThatThrownBy(() -> Wire.read(new byte[] {1, 2, 3}))
        .isInstanceOf(UncheckedIOException.class);
  }
}
