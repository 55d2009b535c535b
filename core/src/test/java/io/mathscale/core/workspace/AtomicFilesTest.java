package io.mathscale.core.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFilesTest {
  @TempDir private Path folder;

  @Test
  void replacesAFileThatHadoopWroteWithItsChecksum() throws IOException {
    FileSystem fileSystem = FileSystem.getLocal(new Configuration());
    var file = new org.apache.hadoop.fs.Path(folder.resolve("tables/_manifest.json").toUri());
    try (OutputStream old = fileSystem.create(file)) {
      old.write("the old one".getBytes(StandardCharsets.UTF_8));
    }

    AtomicFiles.write(fileSystem, file, "another");

    try (InputStream in = fileSystem.open(file)) {
      assertThat(in).hasContent("another");
    }
    try (Stream<Path> files = Files.list(folder.resolve("tables"))) {
      assertThat(files).containsExactly(folder.resolve("tables/_manifest.json"));
    }
  }

  @Test
  void makesTheFolderOfANewFile() throws IOException {
    FileSystem fileSystem = FileSystem.getLocal(new Configuration());
    Path file = folder.resolve("new/one/_manifest.json");

    AtomicFiles.write(fileSystem, new org.apache.hadoop.fs.Path(file.toUri()), "whole");

    assertThat(file).hasContent("whole");
  }
}
