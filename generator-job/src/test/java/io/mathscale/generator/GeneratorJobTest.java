package io.mathscale.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.SparkUserAppException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeneratorJobTest {
  @ParameterizedTest
  @ValueSource(strings = {"validate", "solve", "estimate"})
  void endsWithUsageForWhatIsNotInThisVersion(String command, @TempDir Path folder)
      throws IOException {
    Path config = Files.writeString(folder.resolve("c.conf"), "workspace = " + '"' + folder + '"');

    assertThatThrownBy(
            () -> GeneratorJob.main(new String[] {command, "--config", config.toString()}))
        .isInstanceOfSatisfying(
            SparkUserAppException.class, exit -> assertThat(exit.exitCode()).isEqualTo(2));
  }
}
