package io.mathscale.grader;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Why models stop, in the words of services. */
class GradingRequestTest {
  @ParameterizedTest
  @CsvSource({
    "length, true",
    "max_tokens, true",
    "MAX_TOKENS, true",
    "max_output_tokens, true",
    "stop, false",
    "STOP, false",
    "'', false"
  })
  void tellsWhetherATextIsCut(String finishReason, boolean isCut) {
    assertThat(GradingRequest.isCut(finishReason)).isEqualTo(isCut);
  }
}
