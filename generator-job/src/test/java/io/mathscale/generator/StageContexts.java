package io.mathscale.generator;

import io.mathscale.core.command.StageContext;
import io.mathscale.core.config.Settings;
import io.mathscale.core.workspace.Workspace;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/** What stages run in, without a configuration file. */
public final class StageContexts {
  private StageContexts() {}

  /** The context of a workspace in a folder, with settings such as {@code refine.audit=5}. */
  public static StageContext in(Path workspace, SparkSession spark, String... settings) {
    List<String> overrides = new ArrayList<>(List.of(settings));
    overrides.add("workspace=" + workspace);
    return new StageContext(
        spark,
        Settings.parse("", "test", overrides),
        Workspace.at(spark, workspace.toString()),
        Instant.EPOCH);
  }
}
