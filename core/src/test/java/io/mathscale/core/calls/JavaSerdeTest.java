package io.mathscale.core.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class JavaSerdeTest {
  @Test
  void givesBackWhatWasWritten() {
    CallsMessage message = new CallsMessage.Lease("run", "1", List.of());

    assertThat(JavaSerde.read(JavaSerde.write(message))).isEqualTo(message);
  }

  @Test
  void refusesWhatIsNoMessage() {
    assertThatThrownBy(() -> JavaSerde.read(new byte[] {1, 2, 3}))
        .isInstanceOf(UncheckedIOException.class);
  }
}
