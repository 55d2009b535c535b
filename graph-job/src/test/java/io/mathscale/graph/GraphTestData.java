package io.mathscale.graph;

import io.mathscale.core.command.StageContext;
import io.mathscale.core.config.Settings;
import io.mathscale.core.data.ExtractedConcepts;
import io.mathscale.core.data.Provenance;
import io.mathscale.core.workspace.Tables;
import io.mathscale.core.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/** Seeds with concepts, and runs over them. */
public final class GraphTestData {
  private static final Provenance PROVENANCE =
      new Provenance("", "extract@0", "none", 0, 0, BigDecimal.ZERO);

  private GraphTestData() {}

  /** A seed with its concepts. */
  public static ExtractedConcepts seed(
      String id, List<String> topics, List<String> knowledgePoints) {
    return new ExtractedConcepts(id, "test", topics, knowledgePoints, PROVENANCE);
  }

  /** A run in a folder with these settings ({@code key=value}). */
  public static StageContext run(SparkSession spark, Path folder, String... settings) {
    try {
      Files.createDirectories(folder);
      Path file = folder.resolve("test.conf");
      Files.writeString(
          file, "workspace = \"%s\"%n".formatted(folder.resolve("workspace").toUri()));
      Settings loaded = Settings.load(file.toFile(), List.of(settings));
      Workspace workspace = Workspace.at(spark, loaded.config().workspace());
      return new StageContext(spark, loaded, workspace, Instant.EPOCH);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write a configuration to " + folder, e);
    }
  }

  /** Writes the concepts table of a run. */
  public static void write(StageContext context, List<ExtractedConcepts> seeds) {
    context
        .workspace()
        .write(
            Tables.CONCEPTS,
            context.spark().createDataset(seeds, ExtractedConcepts.ENCODER),
            context.metadata(List.of()));
  }
}
