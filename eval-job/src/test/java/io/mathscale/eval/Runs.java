package io.mathscale.eval;

import io.mathscale.core.command.StageContext;
import io.mathscale.core.config.Settings;
import io.mathscale.core.workspace.Workspace;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/** Makes the runs that tests give to stages, and finds real data. */
public final class Runs {
  private Runs() {}

  /** A run over a workspace, with settings given as {@code key=value}. */
  public static StageContext of(SparkSession spark, Path workspace, String... settings) {
    List<String> overrides = new ArrayList<>(List.of("workspace=" + workspace));
    overrides.addAll(List.of(settings));
    Settings bound = Settings.parse("", "test", overrides);
    return new StageContext(
        spark, bound, Workspace.at(spark, bound.config().workspace()), Instant.EPOCH);
  }

  /** A path under the folder of real data, there or not. */
  public static Path realData(String file) {
    return Path.of(System.getProperty("mathscale.root", ".."), "../shared/data", file);
  }
}
