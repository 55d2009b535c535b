package io.mathscale.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SamplingTest {
  @Test
  void warnsWhereAQuestionIsAskedAgainForOneAnswer() {
    assertThat(Sampling.of(0, 100).copiesWarning(4, "infer.samples"))
        .contains(
            "WARNING: at temperature 0 a model gives one answer again and again; infer.samples = 4"
                + " pays for each");
    assertThat(Sampling.of(0, 100).copiesWarning(1, "infer.samples")).isEmpty();
    assertThat(Sampling.of(0.7, 100).copiesWarning(4, "infer.samples")).isEmpty();
  }
}
