package io.mathscale.core.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.testing.SparkExtension;
import io.mathscale.core.time.ManualTime;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class SparkProgressTest {
  private final ManualTime time = new ManualTime();
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @Test
  void tellsEveryFewSecondsUntilItIsClosed(SparkSession spark) {
    SparkProgress progress =
        new SparkProgress(
            spark.sparkContext().statusTracker(),
            "extract: reading seeds",
            time,
            new PrintStream(said, true, StandardCharsets.UTF_8));
    time.pass(Duration.ofSeconds(4));
    assertThat(said.size()).isZero();

    time.pass(Duration.ofSeconds(1));
    assertThat(said.toString(StandardCharsets.UTF_8))
        .matches("extract: reading seeds: 5 s so far, \\d+ of \\d+ tasks of this step done\\R");

    progress.close();
    said.reset();
    time.pass(Duration.ofSeconds(20));
    assertThat(said.size()).isZero();
  }
}
