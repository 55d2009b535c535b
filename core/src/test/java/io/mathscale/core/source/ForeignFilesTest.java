package io.mathscale.core.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import io.mathscale.core.data.RejectionReason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Files as people have them: compressed, encoded, separated and damaged in all ways. */
class ForeignFilesTest {
  private static final String LINES =
      "{\"question\": \"é?\", \"answer\": \"1\"}\n{\"question\": \"b?\", \"answer\": \"2\"}\n";

  @TempDir private Path folder;

  @Test
  void readsEveryCompression() throws IOException {
    write("a.jsonl.gz", packed(LINES, GZIPOutputStream::new));
    write("a.jsonl.bz2", packed(LINES, BZip2CompressorOutputStream::new));
    write("a.jsonl.xz", packed(LINES, out -> new XZOutputStream(out, new LZMA2Options())));
    write("a.jsonl.zst", Zstd.compress(LINES.getBytes(UTF_8)));
    write("named.without", Zstd.compress(LINES.getBytes(UTF_8)));
    write("a.csv.gz", packed("question,answer\né?,1\nb?,2\n", GZIPOutputStream::new));

    for (String name :
        List.of(
            "a.jsonl.gz",
            "a.jsonl.bz2",
            "a.jsonl.xz",
            "a.jsonl.zst",
            "named.without",
            "a.csv.gz")) {
      assertThat(read(name)).as(name).containsExactly("é?1", "b?2");
    }
  }

  @Test
  void readsFilesOfSeveralCompressedOnes() throws IOException {
    String[] halves = LINES.split("(?<=\n)");
    write(
        "a.gz",
        joined(packed(halves[0], GZIPOutputStream::new), packed(halves[1], GZIPOutputStream::new)));
    write(
        "a.zst",
        joined(Zstd.compress(halves[0].getBytes(UTF_8)), Zstd.compress(halves[1].getBytes(UTF_8))));
    write(
        "a.bz2",
        joined(
            packed(halves[0], BZip2CompressorOutputStream::new),
            packed(halves[1], BZip2CompressorOutputStream::new)));

    for (String name : List.of("a.gz", "a.zst", "a.bz2")) {
      assertThat(read(name)).as(name).containsExactly("é?1", "b?2");
    }
  }

  @Test
  void readsEveryEncodingThatAMarkTells() throws IOException {
    for (String charset : List.of("UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE")) {
      write(charset + ".jsonl", ("\uFEFF" + LINES).getBytes(Charset.forName(charset)));
      write(
          charset + ".csv",
          "\uFEFFquestion;answer\né?;1\nb?;2\n".getBytes(Charset.forName(charset)));
      write(
          charset + ".json",
          ("\uFEFF[\n" + LINES.replace("}\n{", "},\n{") + "]").getBytes(Charset.forName(charset)));

      assertThat(read(charset + ".jsonl")).as(charset).containsExactly("é?1", "b?2");
      assertThat(read(charset + ".csv")).as(charset).containsExactly("é?1", "b?2");
      assertThat(read(charset + ".json")).as(charset).containsExactly("é?1", "b?2");
    }
  }

  @Test
  void namesTheByteThatIsNoUtf8() throws IOException {
    write("a.jsonl", LINES.getBytes(ISO_8859_1));

    assertThat(read("a.jsonl"))
        .containsExactly(
            "BROKEN_UTF8 1: a row must be UTF-8: its byte 15 is 0xE9 (é in Latin-1: save the file as"
                + " UTF-8)",
            "b?2");
    write("b.jsonl", LINES.getBytes(Charset.forName("UTF-16LE")));
    assertThat(read("b.jsonl"))
        .containsExactly(
            "UNREADABLE_FILE 0: a text must be UTF-8, or begin with a byte order mark: it seems to be"
                + " UTF-16 without one");
  }

  @Test
  void readsTablesWithAnyDelimiter() throws IOException {
    write("a.tsv", "question\tanswer\n\"é, or\t?\"\t1\nb?\t2\n".getBytes(UTF_8));
    write("b.csv", "question;answer\r\n\"é; \"\"or\"\" ?\";1\r\nb?;2\r\n".getBytes(UTF_8));
    write("c.tsv", "question,answer\n\"é\n?\",1\nb?,2\n".getBytes(UTF_8));

    assertThat(read("a.tsv")).containsExactly("é, or\t?1", "b?2");
    assertThat(read("b.csv")).containsExactly("é; \"or\" ?1", "b?2");
    assertThat(read("c.tsv")).containsExactly("é\n?1", "b?2");
  }

  @Test
  void readsLinesThatEndInCarriageReturnsAlone() throws IOException {
    write("a.csv", "question,answer\r\"é\r?\",1\rb?,2\r".getBytes(UTF_8));
    write("b.tsv", "question;answer\ré?;1\r\rb?;2;3".getBytes(UTF_8));
    write("c.jsonl", LINES.replace('\n', '\r').getBytes(UTF_8));
    write("d.json", ("[\r" + LINES.strip().replace('\n', ',') + "]\r").getBytes(UTF_8));
    write("e.json", "{\r\"question\": \"é?\"\r}\r{\"question\": \"b?\"}".getBytes(UTF_8));

    assertThat(read("a.csv")).containsExactly("é\r?1", "b?2");
    assertThat(read("b.tsv"))
        .containsExactly(
            "é?1",
            "NOT_JSON 4: a record must close its quotes and have as many fields as the header, 2:"
                + " 3");
    assertThat(read("c.jsonl")).containsExactly("é?1", "b?2");
    assertThat(read("d.json")).containsExactly("é?1", "b?2");
    assertThat(read("e.json")).containsExactly("é?", "b?");
  }

  @Test
  void saysThatAHeaderTakesAllRecords() throws IOException {
    write("a.csv", "question,\"answer\né?,1\nb?,2\n".getBytes(UTF_8));
    write("b.csv", ("q".repeat(100_001) + "\né?,1\n").getBytes(UTF_8));

    assertThat(read("a.csv"))
        .containsExactly(
            "UNREADABLE_FILE 0: the file cannot be read from here on: the header must close its"
                + " quotes and have at most 100000 bytes: it has 28");
    assertThat(read("b.csv"))
        .singleElement()
        .asString()
        .startsWith("UNREADABLE_FILE 0: ")
        .endsWith("it has 100001");
  }

  @Test
  void readsArraysHoweverTheyAreWrittenAndWrapped() throws IOException {
    String rows = LINES.strip().replace("}\n{", "},\n\n  {");
    for (String text :
        List.of(
            "[" + rows + "]",
            "\n\n[\n\n\n" + " ".repeat(9000) + rows + "\n]\n\n",
            "{\"data\": [" + rows + "]}",
            "{\n  \"version\": \"1.1\",\n  \"info\": {\"a\": [1, \"]\"]},\n  \"data\": [\n"
                + rows
                + "\n]\n}\n",
            "{\"Rows\": [" + rows + "], \"more\": 1}",
            "{\"train\": ["
                + LINES.split("\n")[0]
                + "], \"test\": ["
                + LINES.split("\n")[1]
                + "]}")) {
      write("a.json", text.getBytes(UTF_8));
      assertThat(read("a.json")).as(text.strip()).containsExactly("é?1", "b?2");
    }
  }

  @Test
  void aRowMayHaveAFieldOfRowsItself() throws IOException {
    write("a.jsonl", "{\"question\": \"é?\", \"answer\": \"1\", \"data\": [1]}\n".getBytes(UTF_8));

    assertThat(read("a.jsonl")).containsExactly("é?1");
  }

  @Test
  void saysWhatAFileIsThatHoldsNoRows() throws IOException {
    write("a.zip", "PK\u0003\u0004....".getBytes(ISO_8859_1));
    write("b.png", "\u0089PNG....".getBytes(ISO_8859_1));
    write("README.md", "# Data\n".getBytes(UTF_8));
    write("c.parquet", "no Parquet".getBytes(UTF_8));
    write("d.arrow", "ARROW1..".getBytes(UTF_8));
    String must =
        "UNREADABLE_FILE 0: a file must hold JSON lines, a JSON array or objects, CSV, TSV or"
            + " Parquet";

    assertThat(read("a.zip")).containsExactly(must + ": it seems to be a ZIP archive: unpack it");
    assertThat(read("b.png")).containsExactly(must + ": it seems to be a PNG image");
    assertThat(read("README.md"))
        .containsExactly(must + ": it seems to be a text with headings or comments");
    assertThat(read("c.parquet")).containsExactly(must);
    assertThat(read("d.arrow"))
        .containsExactly(must + ": it seems to be an Arrow file: save it as Parquet");
  }

  @Test
  void anEmptyFileHasNoRows() throws IOException {
    for (String name : List.of("a.jsonl", "a.json", "a.csv", "a.parquet", "a.txt", "a.gz")) {
      write(name, new byte[0]);

      assertThat(read(name)).as(name).isEmpty();
    }
  }

  @Test
  void aDamagedFileIsReadUpToTheDamage() throws IOException {
    String many = LINES.repeat(3_000);
    for (byte[] packed :
        List.of(
            packed(many, GZIPOutputStream::new),
            packed(many, BZip2CompressorOutputStream::new),
            packed(many, out -> new XZOutputStream(out, new LZMA2Options())),
            Zstd.compress(many.getBytes(UTF_8)))) {
      write("cut", Arrays.copyOf(packed, packed.length * 2 / 3));
      byte[] flipped = packed.clone();
      for (int at = packed.length / 2; at < packed.length; at++) {
        flipped[at] ^= 0x55;
      }

      write("flipped", flipped);
      for (String name : List.of("cut", "flipped")) {
        List<String> read = read(name);
        assertThat(read.get(read.size() - 1))
            .as(name)
            .startsWith("UNREADABLE_FILE ")
            .matches("(?s).*: the file cannot be (decompressed|read from here on): .*");
      }
    }
  }

  private interface Packer {
    OutputStream around(OutputStream out) throws IOException;
  }

  private static byte[] packed(String text, Packer packer) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream stream = packer.around(bytes)) {
      stream.write(text.getBytes(UTF_8));
    }

    return bytes.toByteArray();
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  private void write(String name, byte[] bytes) throws IOException {
    Files.write(folder.resolve(name), bytes);
  }

  /** Question and answer of each row, or why there is none. */
  private List<String> read(String name) {
    List<String> read = new ArrayList<>();
    try (LocalRows rows = LocalRows.of(folder.resolve(name), 100_000)) {
      while (rows.hasNext()) {
        read.add(text(rows.next()));
      }
    }

    return read;
  }

  private static String text(SourceRow row) {
    try {
      return row.object().path("question").asText() + row.object().path("answer").asText();
    } catch (RowException e) {
      RejectionReason reason = e.reason();
      return "%s %d: %s".formatted(reason, row.row(), e.getMessage());
    }
  }
}
