package io.mathscale.core.command;

import io.mathscale.core.config.MathscaleConfig;
import io.mathscale.core.config.Settings;
import io.mathscale.core.events.EventLog;
import io.mathscale.core.time.SystemTime;
import io.mathscale.core.workspace.Manifest;
import io.mathscale.core.workspace.Table;
import io.mathscale.core.workspace.Workspace;
import io.mathscale.core.workspace.WriteMetadata;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/**
 * What a command works with.
 *
 * @param spark the session
 * @param settings the settings, bound and as shown
 * @param workspace where the tables stand
 * @param started when the command began
 * @param events what happens is told here
 */
public record StageContext(
    SparkSession spark, Settings settings, Workspace workspace, Instant started, EventLog events) {
  /** The same without a log of events. */
  public StageContext(SparkSession spark, Settings settings, Workspace workspace, Instant started) {
    this(spark, settings, workspace, started, EventLog.none(SystemTime.INSTANCE));
  }

  /** The settings that the jobs use. */
  public MathscaleConfig config() {
    return settings.config();
  }

  /** The metadata of tables made from others without asking a model. */
  public WriteMetadata metadata(List<Table<?>> inputs) {
    return metadata(inputs, Manifest.Calls.NONE);
  }

  /** The metadata of tables made from others with answers of a model. */
  public WriteMetadata metadata(List<Table<?>> inputs, Manifest.Calls calls) {
    return new WriteMetadata(started, settings.shown(), inputs, calls);
  }

  /** Tells the user something; standard output is for data. */
  public void say(String line) {
    System.err.println(line);
  }
}
