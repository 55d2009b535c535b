package io.mathscale.core.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mathscale.core.config.ConfigException;
import io.mathscale.core.source.files.UserFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserFilesTest {
  private final Configuration hadoop = new Configuration(false);

  @TempDir private Path folder;

  @Test
  void tellsLocalFilesFromThoseOfAStore() {
    assertThat(areLocal("seeds/*.jsonl")).isTrue();
    assertThat(areLocal("file:/seeds.jsonl")).isTrue();
    assertThat(areLocal("s3a://bucket/seeds.jsonl")).isFalse();

    hadoop.set("fs.defaultFS", "hdfs://name:9000");
    assertThat(areLocal("/seeds.jsonl")).isFalse();
    assertThat(areLocal("file:/seeds.jsonl")).isTrue();
  }

  private boolean areLocal(String path) {
    return new UserFiles("seeds.path", path).areLocal(hadoop);
  }

  @Test
  void wantsOneFileAtLeast() throws IOException {
    UserFiles rows = new UserFiles("seeds.path", folder.toString(), Set.of("jsonl"));
    Files.writeString(folder.resolve("README.md"), "");

    assertThatThrownBy(() -> rows.requireAny(new Configuration()))
        .isInstanceOf(ConfigException.class)
        .hasMessage(
            "seeds.path must name a file, folder or glob that holds at least one file: " + folder);

    Files.writeString(folder.resolve("a.jsonl"), "");
    assertThatCode(() -> rows.requireAny(new Configuration())).doesNotThrowAnyException();
  }
}
