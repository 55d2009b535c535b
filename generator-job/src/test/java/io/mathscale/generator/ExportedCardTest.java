package io.mathscale.generator;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.command.StageContext;
import io.mathscale.core.config.Settings;
import io.mathscale.core.data.QaPair;
import io.mathscale.core.testing.SparkExtension;
import io.mathscale.core.workspace.Tables;
import io.mathscale.core.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class ExportedCardTest {
  @TempDir private Path folder;

  @Test
  void tryOut(SparkSession spark) throws IOException {
    StageContext context = run(spark, "export.formats=[alpaca,messages,rlvr,parquet]");
    context
        .workspace()
        .write(
            Tables.MATHSCALEQA,
            spark.createDataset(ExportedRows.pairs(20), QaPair.ENCODER),
            context.metadata(List.of()));
    new Export().run(context);
    Path out = Path.of("/tmp/exw/out");
    for (String name : List.of("README.md", "croissant.json", "dataset.html")) {
      Path file = folder.resolve("w/export/" + name);
      if (Files.exists(file))
        Files.copy(file, out.resolve(name), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }
    assertThat(out).exists();
  }

  private StageContext run(SparkSession spark, String... settings) {
    String workspace = folder.resolve("w").toString();
    List<String> overrides = new ArrayList<>(List.of(settings));
    overrides.add("workspace=" + workspace);
    return new StageContext(
        spark,
        Settings.parse("", "test", overrides),
        Workspace.at(spark, workspace),
        Instant.EPOCH);
  }
}
