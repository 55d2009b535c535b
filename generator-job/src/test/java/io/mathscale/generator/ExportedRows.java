package io.mathscale.generator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mathscale.core.data.Difficulty;
import io.mathscale.core.data.PairValidation;
import io.mathscale.core.data.QaPair;
import io.mathscale.core.data.Quality;
import io.mathscale.core.data.ValidationVerdict;
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

  private static final Quality ENGLISH = quality(List.of());
  private static final Quality FLAGGED = quality(List.of("echo"));

  /**
   * Rows of which every fifth is a seed's; number 7 has no answer; 1 and 2 are known to be English,
   * and 2 is flagged.
   */
  static List<QaPair> pairs(int rows) {
    return IntStream.range(0, rows).mapToObj(ExportedRows::pair).toList();
  }

  private static QaPair pair(int number) {
    String question = "What is %d + 1?".formatted(number);
    String solution = "It is \\boxed{%d}.".formatted(number + 1);
    String answer = number == 7 ? "" : String.valueOf(number + 1);
    Quality quality = number == 1 ? ENGLISH : number == 2 ? FLAGGED : Quality.NONE;
    String origin = number % 5 == 0 ? "seed" : "generated";
    return pair(origin, "id" + number, question, solution, answer, quality);
  }

  private static final PairValidation AGREED =
      new PairValidation(ValidationVerdict.AGREED, 1, 1.0, 2, new BigDecimal("0.001"));

  private static Quality quality(List<String> flags) {
    return new Quality(flags, 14, 16, "en", 0, 0, List.of(), "");
  }

  /** A row with these texts, of which nothing was measured. */
  static QaPair pair(String origin, String id, String question, String solution, String answer) {
    return pair(origin, id, question, solution, answer, Quality.NONE);
  }

  private static QaPair pair(
      String origin, String id, String question, String solution, String answer, Quality quality) {
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
        quality,
        quality.equals(FLAGGED) ? AGREED : null,
        Difficulty.UNKNOWN);
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
