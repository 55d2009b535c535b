package io.mathscale.core.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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

  @Test
  void twoThatWriteAtTheSameTimeWriteWholeFiles() throws Exception {
    FileSystem fileSystem = FileSystem.getLocal(new Configuration());
    Path file = folder.resolve("_manifest.json");
    var name = new org.apache.hadoop.fs.Path(file.toUri());
    List<String> texts = Stream.of("a", "b", "c", "d").map(text -> text.repeat(100_000)).toList();
    AtomicFiles.write(fileSystem, name, texts.get(0));

    ExecutorService writers = Executors.newFixedThreadPool(texts.size());
    try {
      List<Future<?>> written = new ArrayList<>();
      for (int round = 0; round < 50; round++) {
        texts.forEach(
            text -> written.add(writers.submit(() -> AtomicFiles.write(fileSystem, name, text))));
      }

      for (Future<?> one : written) {
        one.get();
        assertThat(Files.readString(file)).isIn(texts);
      }
    } finally {
      writers.shutdownNow();
    }

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void leavesNothingBesideAFileThatItCannotWrite() throws IOException {
    FileSystem fileSystem = FileSystem.getLocal(new Configuration());
    Path file = Files.createDirectories(folder.resolve("_manifest.json/in-its-place"));
    var name = new org.apache.hadoop.fs.Path(file.getParent().toUri());

    assertThatThrownBy(() -> AtomicFiles.write(fileSystem, name, "another"))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("Cannot write " + name);

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file.getParent());
    }
  }
}
