package io.mathscale.generator.seeds;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.config.Bytes;
import io.mathscale.core.config.SeedsConfig;
import io.mathscale.core.data.Rejected;
import io.mathscale.core.data.RejectionReason;
import io.mathscale.core.data.SeedQuestion;
import io.mathscale.core.testing.SparkExtension;
import io.mathscale.generator.benchmark.ConfiguredBenchmark;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A folder with a file of every known layout, among files that are broken, empty or foreign. The
 * rows stand in the resource {@code layouts.txt}: file, layout, dataset, answer, source, licence,
 * whether there is a solution, and the row itself.
 */
@ExtendWith(SparkExtension.class)
class EveryLayoutTest {
  private static final SeedsConfig.Fields NO_FIELDS =
      new SeedsConfig.Fields("", "", "", "", "", "", "");

  @TempDir private Path folder;

  @Test
  void readsEveryGoodRowAndNamesEveryFile(SparkSession spark) throws IOException {
    List<Example> examples = examples();
    writeLayouts(spark, examples);
    Files.write(folder.resolve("cut.jsonl.gz"), cut());
    Files.writeString(folder.resolve("empty.jsonl"), "");
    Files.writeString(folder.resolve("README.md"), "# Data");
    Files.write(folder.resolve("broken.parquet"), "PAR1 and nothing more".getBytes(UTF_8));
    Files.writeString(folder.resolve("bad.jsonl"), "{\"question\": \"Good?\"}\n{\"question\": \n");

    try (SeedInput input = SeedInput.read(spark, config(), ConfiguredBenchmark.NONE, "extract")) {
      Map<String, SeedQuestion> seeds =
          input.seeds().collectAsList().stream()
              .collect(Collectors.toMap(SeedQuestion::question, Function.identity()));
      for (Example example : examples) {
        assertThat(seeds.get(example.question())).as(example.row()).isNotNull();
        assertThat(Example.of(example, seeds.get(example.question()))).isEqualTo(example);
      }

      assertThat(seeds).hasSize(examples.size() + 2);
      List<String> lines = SeedFileLines.of(input.files());
      assertThat(input.files())
          .filteredOn(file -> file.seeds() > 0)
          .filteredOn(file -> !file.path().matches(".*(bad.jsonl|cut.jsonl.gz)"))
          .allSatisfy(
              file ->
                  assertThat(file.layouts())
                      .extracting(SeedFile.LayoutUse::layout)
                      .containsExactly(layout(examples, file.path())));
      assertThat(lines)
          .anyMatch(line -> line.equals("empty.jsonl: no rows"))
          .anyMatch(
              line -> line.startsWith("README.md: a file must hold JSON lines, a JSON array or"))
          .anyMatch(line -> line.startsWith("broken.parquet: the file cannot be read"))
          .anyMatch(line -> line.startsWith("bad.jsonl: 1 row rejected: NOT_JSON 1; row 2: "))
          .anyMatch(
              line -> line.startsWith("cut.jsonl.gz: 1 row rejected: UNREADABLE_FILE 1; row"));
      assertThat(input.rejected().collectAsList())
          .extracting(Rejected::reason)
          .containsExactlyInAnyOrder(
              RejectionReason.UNREADABLE_FILE,
              RejectionReason.UNREADABLE_FILE,
              RejectionReason.UNREADABLE_FILE,
              RejectionReason.NOT_JSON);
    }
  }

  /** The rows of a file in one of several formats, which change from file to file. */
  private void writeLayouts(SparkSession spark, List<Example> examples) throws IOException {
    Map<String, List<String>> rows = new TreeMap<>();
    examples.forEach(
        example ->
            rows.computeIfAbsent(example.file(), file -> new ArrayList<>()).add(example.row()));
    for (Map.Entry<String, List<String>> file : rows.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      String lines = String.join("\n", file.getValue());
      if (file.getKey().endsWith(".parquet")) {
        Path json = Files.writeString(folder.resolveSibling("rows.json"), lines);
        spark.read().json(json.toString()).coalesce(1).write().parquet(path.toString());
        Files.delete(json);
      } else if (file.getKey().endsWith(".json")) {
        Files.writeString(path, "[\n" + String.join(",\n", file.getValue()) + "\n]\n");
      } else {
        Files.writeString(path, lines);
      }
    }
  }

  private static String layout(List<Example> examples, String path) {
    return examples.stream()
        .filter(example -> path.contains("/" + example.file()))
        .map(Example::layout)
        .findFirst()
        .orElse("none of " + path);
  }

  private static byte[] cut() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream stream = new GZIPOutputStream(bytes)) {
      stream.write("{\"question\": \"Before the damage?\"}\n".getBytes(UTF_8));
      stream.flush();
    }

    byte[] whole = bytes.toByteArray();
    return Arrays.copyOf(whole, whole.length - 8);
  }

  private SeedsConfig config() {
    return new SeedsConfig(folder.toString(), 0, NO_FIELDS, new Bytes(64 << 10), true);
  }

  private static List<Example> examples() throws IOException {
    try (InputStream stream = EveryLayoutTest.class.getResourceAsStream("layouts.txt")) {
      return new String(stream.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split(" \\| ", -1))
          .map(f -> new Example(f[0], f[1], f[2], f[3], f[4], f[5], f[6], f[7], f[8]))
          .toList();
    }
  }

  /** A row of a data set, and the seed that it is. */
  private record Example(
      String file,
      String layout,
      String dataset,
      String answer,
      String source,
      String license,
      String solution,
      String question,
      String row) {
    static Example of(Example expected, SeedQuestion seed) {
      return new Example(
          expected.file(),
          expected.layout(),
          seed.dataset(),
          seed.answer(),
          seed.source(),
          seed.license(),
          seed.solution().replace("\n", "\\n"),
          seed.question(),
          expected.row());
    }
  }
}
