package io.mathscale.generator.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.config.Settings;
import io.mathscale.core.testing.SparkExtension;
import io.mathscale.core.text.NormalForm;
import io.mathscale.core.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class ConfiguredBenchmarkTest {
  @TempDir private Path folder;

  @Test
  void readsAllFilesAndWarnsOfEach(SparkSession spark) throws IOException {
    Path one =
        Files.writeString(
            folder.resolve("one.jsonl"), "{\"question\": \"First?\"}\n{\"question\": \"Both?\"}\n");
    Path two =
        Files.writeString(
            folder.resolve("two.jsonl"), "{\"question\": \"Both?\"}\n{\"other\": 1}\n");
    String workspace = folder.resolve("w").toString();
    List<String> overrides =
        List.of(
            "workspace=" + workspace,
            "refine.decontaminate.against=[\"%s\", \"%s\"]".formatted(one, two));

    ConfiguredBenchmark benchmark =
        ConfiguredBenchmark.of(
            spark, Workspace.at(spark, workspace), Settings.parse("", "test", overrides).config());

    assertThat(benchmark.problems())
        .hasSize(2)
        .containsEntry(NormalForm.of("First?").id(), "file:" + one + ", row 1")
        .containsEntry(NormalForm.of("Both?").id(), "file:" + one + ", row 2");
    assertThat(benchmark.name()).contains(one.toString(), two.toString());
    assertThat(benchmark.warning())
        .isEqualTo(
            "1 rows of refine.decontaminate.against have no question and keep no seed out, the"
                + " first is file:"
                + two
                + ", row 2");
  }

  /** A question of two right options is none to score on, and none to train on either. */
  @Test
  void readsTheNamedQuestionOfRowsThatTheirLayoutRefuses(SparkSession spark) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("one.jsonl"),
            "{\"Task\": \"Named?\", \"question\": \"Not this?\", \"answer\": [\"A\", \"B\"]}\n");
    String workspace = folder.resolve("w").toString();
    List<String> overrides =
        List.of(
            "workspace=" + workspace,
            "benchmark.path=" + file,
            "benchmark.fields.question=Task",
            "benchmark.fields.answer=answer");

    ConfiguredBenchmark benchmark =
        ConfiguredBenchmark.of(
            spark, Workspace.at(spark, workspace), Settings.parse("", "test", overrides).config());

    assertThat(benchmark.problems())
        .containsOnly(Map.entry(NormalForm.of("Named?").id(), "file:" + file + ", row 1"));
    assertThat(benchmark.warning()).isEmpty();
  }
}
