package io.mathscale.core.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mathscale.core.config.ConfigException;
import io.mathscale.core.source.files.SourceFile;
import io.mathscale.core.source.files.SourceFiles;
import io.mathscale.core.source.files.StorageException;
import io.mathscale.core.testing.ScriptedFileSystem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.apache.spark.util.SerializableConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Storage that fails while files are read: their rows are not bad, and none may be lost. */
class LostStorageTest {
  private static final String LINES = "{\"question\": \"a?\"}\n".repeat(5000);

  private final ScriptedFileSystem storage = ScriptedFileSystem.shared();
  private final Configuration hadoop = new Configuration();

  @TempDir private Path folder;

  @AfterEach
  void reset() {
    storage.reset();
  }

  @Test
  void failsWhereStorageDoesNotGiveTheBytesOfAText() throws IOException {
    Files.writeString(folder.resolve("a.jsonl"), LINES);
    Files.write(folder.resolve("b.jsonl.gz"), gzipped(LINES));
    Files.writeString(folder.resolve("c.csv"), "question\n" + "a?\n".repeat(9000));

    for (SourceFile file : found()) {
      storage.failsToReadAfter(20);
      assertThatThrownBy(() -> count(file))
          .as(file.path())
          .isInstanceOf(StorageException.class)
          .hasMessageContaining(file.path())
          .hasMessageContaining("the device is lost");
      storage.reset();
      assertThat(count(file)).as(file.path()).isIn(5000, 9000);
    }
  }

  @Test
  void failsWhereStorageDoesNotGiveTheBytesOfParquet() throws IOException {
    MessageType schema =
        MessageTypeParser.parseMessageType("message m { required int64 question; }");
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(
                new org.apache.hadoop.fs.Path(folder.resolve("a.parquet").toUri()))
            .withType(schema)
            .build()) {
      for (long i = 0; i < 100; i++) {
        SimpleGroup row = new SimpleGroup(schema);
        row.add("question", i * i);
        writer.write(row);
      }
    }

    Files.delete(folder.resolve(".a.parquet.crc"));
    SourceFile file = found().get(0);
    assertThat(count(file)).isEqualTo(100);
    for (int bytes : List.of(0, 10, 300)) {
      storage.failsToReadAfter(bytes);
      assertThatThrownBy(() -> count(file))
          .as(bytes + " bytes")
          .isInstanceOf(StorageException.class)
          .hasMessageContaining("the device is lost");
    }
  }

  @Test
  void failsWhereAFileIsGoneOrClosedOnceItIsToBeRead() throws IOException {
    Files.writeString(folder.resolve("a.jsonl"), LINES);
    SourceFile file = found().get(0);
    Files.delete(folder.resolve("a.jsonl"));

    assertThatThrownBy(() -> count(file)).isInstanceOf(StorageException.class);
    assertThatThrownBy(
            () -> new CountLines(new SerializableConfiguration(hadoop)).call(FileSlice.whole(file)))
        .isInstanceOf(StorageException.class);
  }

  @Test
  void endsAtOnceWhereAFileCannotBeOpened() throws IOException {
    Files.writeString(folder.resolve("a.jsonl"), LINES);
    storage.failsToReadAfter(0);

    assertThatThrownBy(this::found)
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("k must name files that can be read: ")
        .hasMessageContaining("a.jsonl (java.io.IOException: the device is lost)");
  }

  private List<SourceFile> found() {
    return SourceFiles.find("k", ScriptedFileSystem.uri(folder), Set.of(), scripted());
  }

  private Configuration scripted() {
    hadoop.set("fs.scripted.impl", ScriptedFileSystem.class.getName());
    return hadoop;
  }

  private int count(SourceFile file) {
    FileSlice slice = FileSlice.whole(file);
    SliceRows.Opener opener = from -> SourceFiles.open(slice.path(), from, scripted());
    int count = 0;
    try (SliceRows rows = new SliceRows(slice, opener, this::scripted, 1000)) {
      while (rows.hasNext()) {
        assertThat(rows.next().detail()).isEmpty();
        count++;
      }
    }

    return count;
  }

  private static byte[] gzipped(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream stream = new GZIPOutputStream(bytes)) {
      stream.write(text.getBytes(UTF_8));
    }

    return bytes.toByteArray();
  }
}
