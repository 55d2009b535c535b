package io.mathscale.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mathscale.core.command.Run;
import io.mathscale.core.config.ConfigException;
import io.mathscale.core.config.Settings;
import io.mathscale.core.testing.SparkExtension;
import io.mathscale.core.workspace.Tables;
import io.mathscale.core.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@ExtendWith(SparkExtension.class)
class ExtractTest {
  @TempDir private Path folder;

  @Test
  void aDryRunWritesThePromptsOfTheWantedSeedsAndNothingElse(SparkSession spark)
      throws IOException {
    Path seeds =
        Files.writeString(
            folder.resolve("seeds.jsonl"),
            "{\"question\": \"a?\"}\n{\"question\": \"b?\"}\n{\"question\": \"c?\"}\nbad\n");
    Run run = run(spark, "seeds.path=" + seeds, "seeds.limit=2");
    Extract extract = new Extract();
    new CommandLine(extract).parseArgs("--dry-run");

    extract.check(run.config());
    extract.run(run);

    assertThat(run.workspace().read("prompts/extract").count()).isEqualTo(2);
    assertThat(run.workspace().tablesBelow("")).containsExactly("prompts/extract");
  }

  @Test
  void writesNothingWhereAllSeedsAreBad(SparkSession spark) throws IOException {
    Path seeds = Files.writeString(folder.resolve("seeds.jsonl"), "bad\n{}\n");
    Run run = run(spark, "seeds.path=" + seeds);

    assertThatThrownBy(() -> new Extract().run(run))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("all 2 rows");
    assertThat(run.workspace().tablesBelow("")).isEmpty();
  }

  @Test
  void needsAModelBeforeItStarts(SparkSession spark) {
    Run run = run(spark, "seeds.path=x");

    assertThatThrownBy(() -> new Extract().check(run.config()))
        .isInstanceOf(ConfigException.class)
        .hasMessage("model.base-url must be set: \"\"");
    assertThatThrownBy(() -> new Extract().check(run(spark).config()))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith("seeds.path must name");
    assertThat(run.workspace().has(Tables.SEEDS)).isFalse();
  }

  private Run run(SparkSession spark, String... settings) {
    String workspace = folder.resolve("w").toString();
    return new Run(
        spark,
        Settings.parse("workspace = \"" + workspace + "\"", "test", List.of(settings)),
        Workspace.at(spark, workspace),
        Instant.EPOCH);
  }
}
