package io.mathscale.generator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mathscale.core.data.QaPair;
import io.mathscale.core.data.Quality;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.spark.SparkConf;
import org.apache.spark.io.ZStdCompressionCodec;

/** Rows to export, and what was exported of them. */
final class ExportedRows {
  static final ObjectMapper JSON = new ObjectMapper();

  private ExportedRows() {}

  /** Rows of which every fifth is a seed's; number 7 has no answer. */
  static List<QaPair> pairs(int rows) {
    return IntStream.range(0, rows).mapToObj(ExportedRows::pair).toList();
  }

  private static QaPair pair(int number) {
    String question = "What is %d + 1?".formatted(number);
    String solution = "It is \\boxed{%d}.".formatted(number + 1);
    String answer = number == 7 ? "" : String.valueOf(number + 1);
    return number % 5 == 0
        ? pair("seed", "id" + number, question, solution, answer)
        : pair("generated", "id" + number, question, solution, answer);
  }

  /** A row with these texts. */
  static QaPair pair(String origin, String id, String question, String solution, String answer) {
    boolean isSeed = origin.equals("seed");
    return new QaPair(
        id,
        origin,
        isSeed ? "gsm8k" : "",
        isSeed ? "" : "composition of " + id,
        isSeed ? List.of() : List.of("Algebra"),
        isSeed ? List.of() : List.of("Linear equations", "Units"),
        question,
        solution,
        answer,
        isSeed ? "" : "teacher",
        0,
        isSeed ? "" : "generate@1",
        isSeed ? "" : "call of " + id,
        isSeed ? BigDecimal.ZERO : new BigDecimal("0.001"),
        "",
        isSeed ? "mit" : "",
        "",
        isSeed ? "" : "Let me add one.",
        Quality.NONE);
  }

  /** The rows of the JSON lines in a folder, in their order. */
  static List<JsonNode> lines(Path folder) throws IOException {
    List<JsonNode> rows = new ArrayList<>();
    for (Path file : files(folder)) {
      try (BufferedReader lines =
          new BufferedReader(new InputStreamReader(opened(file), StandardCharsets.UTF_8))) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          rows.add(JSON.readTree(line));
        }
      }
    }

    return rows;
  }

  private static InputStream opened(Path file) throws IOException {
    InputStream stream = Files.newInputStream(file);
    if (file.toString().endsWith(".gz")) {
      return new GZIPInputStream(stream);
    }

    return file.toString().endsWith(".zst")
        ? new ZStdCompressionCodec(new SparkConf(false)).compressedInputStream(stream)
        : stream;
  }

  /** All files below a folder, sorted. */
  static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
