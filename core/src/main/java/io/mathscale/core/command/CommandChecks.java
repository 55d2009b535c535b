package io.mathscale.core.command;

import io.mathscale.core.config.MathscaleConfig;
import io.mathscale.core.source.files.UserFiles;
import io.mathscale.core.workspace.TableCatalog;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;

/**
 * What must hold for all commands of a run before the first does anything.
 *
 * @param commands those that work on tables, in the order in which they run
 * @param config their configuration
 */
record CommandChecks(List<JobCommand> commands, MathscaleConfig config) {
  CommandChecks {
    commands = List.copyOf(commands);
  }

  /**
   * Checks what needs no session: the configuration, and that files on this machine are there.
   *
   * @throws io.mathscale.core.config.ConfigException naming the key, what must hold and what was
   */
  void beforeSession() {
    for (JobCommand command : commands) {
      if (command instanceof Stage stage) {
        stage.check(config);
      } else if (command instanceof CatalogCommand look) {
        look.check(config);
      }
    }

    // A driver elsewhere may see other files.
    List<UserFiles> files = files();
    if (!files.isEmpty() && !HadoopSettings.isDriverElsewhere()) {
      Configuration hadoop = HadoopSettings.ofProcess();
      files.stream().filter(each -> each.areLocal(hadoop)).forEach(each -> each.requireAny(hadoop));
    }
  }

  /**
   * Checks what needs a session: that all files and tables are there, and what stages look into.
   *
   * @param workspace where the tables stand
   * @throws io.mathscale.core.config.ConfigException naming the key, what must hold and what was
   */
  void inSession(SparkSession spark, TableCatalog workspace) {
    Configuration hadoop = spark.sparkContext().hadoopConfiguration();
    files().forEach(each -> each.requireAny(hadoop));
    Set<String> earlier = new HashSet<>();
    for (JobCommand command : commands) {
      if (command instanceof Stage stage) {
        stage.neededTables(config).stream()
            .filter(table -> !earlier.contains(table.producer()))
            .forEach(workspace::requireManifest);
        stage.check(spark, config);
        earlier.add(JobCommandLine.name(stage));
      }
    }
  }

  /** Those that several commands read once. */
  private List<UserFiles> files() {
    return commands.stream()
        .filter(Stage.class::isInstance)
        .flatMap(command -> ((Stage) command).files(config).stream())
        .distinct()
        .toList();
  }
}
