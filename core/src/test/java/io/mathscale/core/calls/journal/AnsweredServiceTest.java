package io.mathscale.core.calls.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.config.ModelConfig;
import io.mathscale.core.config.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnsweredServiceTest {
  @TempDir private java.nio.file.Path folder;

  @Test
  void keepsWhichServicesHaveAnswered() throws IOException {
    answered("http://a/v1", "m").keep();
    answered("http://a/v1", "m").keep();

    assertThat(answered("http://a/v1", "m").isKnown()).isTrue();
    assertThat(answered("http://b/v1", "m").isKnown()).isFalse();
    assertThat(answered("http://a/v1", "n").isKnown()).isFalse();
  }

  @Test
  void goesOnWhereThatCannotBeKept() throws IOException {
    Files.createFile(folder.resolve("_answered"));

    answered("http://a/v1", "m").keep();

    assertThat(answered("http://a/v1", "m").isKnown()).isFalse();
  }

  private AnsweredService answered(String url, String name) throws IOException {
    java.nio.file.Path file =
        Files.writeString(
            folder.resolve("model.conf"),
            "workspace = none, model { base-url = \"%s\", name = %s, pool = p }"
                .formatted(url, name));
    ModelConfig model = Settings.load(file.toFile(), List.of()).config().model();
    return new AnsweredService(
        FileSystem.getLocal(new Configuration()), new Path(folder.toString(), "_answered"), model);
  }
}
