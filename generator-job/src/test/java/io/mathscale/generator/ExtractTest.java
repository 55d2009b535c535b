package io.mathscale.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mathscale.core.command.StageContext;
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
    StageContext context = run(spark, "seeds.path=" + seeds, "seeds.limit=2");
    Extract extract = new Extract();
    new CommandLine(extract).parseArgs("--dry-run");

    extract.check(context.config());
    extract.run(context);

    assertThat(context.workspace().read("prompts/extract").count()).isEqualTo(2);
    assertThat(context.workspace().tablesBelow("")).containsExactly("prompts/extract");
  }

  @Test
  void writesNothingWhereAllSeedsAreBad(SparkSession spark) throws IOException {
    Path seeds = Files.writeString(folder.resolve("seeds.jsonl"), "bad\n{}\n");
    StageContext context = run(spark, "seeds.path=" + seeds);

    assertThatThrownBy(() -> new Extract().run(context))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("all 2 rows");
    assertThat(context.workspace().tablesBelow("")).isEmpty();
  }

  @Test
  void needsAModelBeforeItStarts(SparkSession spark) {
    StageContext context = run(spark, "seeds.path=x");

    assertThatThrownBy(() -> new Extract().check(context.config()))
        .isInstanceOf(ConfigException.class)
        .hasMessage("model.base-url must be set: \"\"");
    assertThatThrownBy(() -> new Extract().check(run(spark).config()))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith("seeds.path must name");
    assertThat(context.workspace().has(Tables.SEEDS)).isFalse();
  }

  private StageContext run(SparkSession spark, String... settings) {
    String workspace = folder.resolve("w").toString();
    return new StageContext(
        spark,
        Settings.parse("workspace = \"" + workspace + "\"", "test", List.of(settings)),
        Workspace.at(spark, workspace),
        Instant.EPOCH);
  }
}
