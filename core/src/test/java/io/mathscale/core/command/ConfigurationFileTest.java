package io.mathscale.core.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mathscale.core.config.ConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationFileTest {
  @TempDir private Path folder;

  @Test
  void readsAFileOfThisMachine() throws IOException {
    Path file = Files.writeString(folder.resolve("c.conf"), "seed = 7, workspace = a");

    assertThat(ConfigurationFile.load(file.toString(), List.of()).config().seed()).isEqualTo(7);
  }

  @Test
  void readsAFileOfAnyFileSystemByItsAddress() throws IOException {
    Path file = Files.writeString(folder.resolve("c.conf"), "seed = 7, workspace = a");
    String address = "file://" + file;

    assertThat(ConfigurationFile.load(address, List.of()).config().seed()).isEqualTo(7);
    assertThat(ConfigurationFile.load(address, List.of("seed=8")).config().seed()).isEqualTo(8);
  }

  @Test
  void saysWhatCannotBeRead() {
    String missing = "file://" + folder.resolve("none.conf");

    assertThatThrownBy(() -> ConfigurationFile.load(missing, List.of()))
        .isInstanceOf(ConfigException.class)
        .hasMessage("--config must name a file that is there: " + missing);
    assertThatThrownBy(() -> ConfigurationFile.load("nowhere://bucket/c.conf", List.of()))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith("Cannot read config nowhere://bucket/c.conf: ")
        .hasMessageContaining("scheme");
  }

  /** HOCON leaves out without a word what it does not find. */
  @Test
  void includesNothingFromElsewhere() throws IOException {
    Path file = Files.writeString(folder.resolve("c.conf"), "include \"other.conf\"\nseed = 7");
    Files.writeString(folder.resolve("other.conf"), "workspace = b");

    assertThat(ConfigurationFile.load(file.toString(), List.of()).config().workspace())
        .isEqualTo("b");
    assertThatThrownBy(() -> ConfigurationFile.load("file://" + file, List.of()))
        .isInstanceOf(ConfigException.class)
        .hasMessage(
            "A config that is read by its address cannot include others: file://%s includes"
                + " other.conf",
            file);
  }
}
