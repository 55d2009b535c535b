package io.mathscale.core.model.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecretTest {
  private static final Secret KEY = Secret.of("sk-123456");

  @Test
  void printsAsStars() {
    assertThat(KEY).hasToString("***");
    assertThat("" + Map.of("key", KEY)).doesNotContain("sk-");
    assertThat(Secret.NONE).hasToString("");
  }

  @Test
  void isNotSerialised() throws IOException {
    try (ObjectOutputStream out = new ObjectOutputStream(new ByteArrayOutputStream())) {
      assertThatThrownBy(() -> out.writeObject(KEY)).isInstanceOf(NotSerializableException.class);
    }

    assertThatThrownBy(() -> new ObjectMapper().writeValueAsString(KEY))
        .isInstanceOf(IOException.class)
        .hasMessageNotContaining("sk-");
  }

  @Test
  void isEqualByValue() {
    assertThat(KEY).isEqualTo(Secret.of(" sk-123456\n")).hasSameHashCodeAs(Secret.of("sk-123456"));
    assertThat(KEY).isNotEqualTo(Secret.of("sk-654321"));
    assertThat(Secret.of("  ")).isSameAs(Secret.NONE);
    assertThat(Secret.NONE.exists()).isFalse();
    assertThat(KEY.exists()).isTrue();
    assertThat(KEY.reveal()).isEqualTo("sk-123456");
  }

  @Test
  void isMaskedInTexts() {
    assertThat(KEY.maskedIn("no key like sk-123456")).isEqualTo("no key like ***");
    assertThat(Secret.NONE.maskedIn("nothing to mask")).isEqualTo("nothing to mask");
  }

  @Test
  void mustFitIntoAHeader() {
    assertThatThrownBy(() -> Secret.of("sk-123\n456"))
        .hasMessage("A key must be printable ASCII without white space");
  }
}
