package io.mathscale.core.command;

import io.mathscale.core.calls.access.CredentialsReader;
import io.mathscale.core.config.MathscaleConfig;
import io.mathscale.core.config.ModelConfig;
import io.mathscale.core.source.files.UserFiles;
import io.mathscale.core.workspace.TableCatalog;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;

/**
 * What must hold for all commands of a run before the first does anything.
 *
 * @param commands those that work on tables, in the order in which they run
 * @param config their configuration
 * @param isDriverElsewhere whether Spark is told to start the driver on the cluster, which holds on
 *     the driver as well
 */
record CommandChecks(List<JobCommand> commands, MathscaleConfig config, boolean isDriverElsewhere) {
  CommandChecks {
    commands = List.copyOf(commands);
  }

  /**
   * Checks what needs no session: the configuration and, where this process is the driver, that
   * prompts, keys, certificates and files on this machine are there.
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

    // A driver elsewhere may see other files and variables.
    if (isDriverElsewhere) {
      return;
    }

    stages().forEach(stage -> stage.checkPrompts(config));
    requireCredentials(new CredentialsReader(System::getenv, HadoopSettings::ofProcess)::check);
    List<UserFiles> files = files();
    if (!files.isEmpty()) {
      Configuration hadoop = HadoopSettings.ofProcess();
      files.stream().filter(each -> each.areLocal(hadoop)).forEach(each -> each.requireAny(hadoop));
    }
  }

  /**
   * Checks what needs a session: that all prompts, keys, certificates, files and tables are there,
   * and what stages look into.
   *
   * @param workspace where the tables stand
   * @throws io.mathscale.core.config.ConfigException naming the key, what must hold and what was
   */
  void inSession(SparkSession spark, TableCatalog workspace) {
    Configuration hadoop = spark.sparkContext().hadoopConfiguration();
    stages().forEach(stage -> stage.checkPrompts(config));
    CredentialsReader credentials = new CredentialsReader(System::getenv, () -> hadoop);
    requireCredentials(model -> credentials.read(model, model.headers()));
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

  /** Checks each model that any command asks, in words that name its place. */
  private void requireCredentials(Consumer<ModelConfig> check) {
    stages()
        .flatMap(stage -> stage.asks(config).stream())
        .distinct()
        .forEach(models -> models.requireEach(check));
  }

  /** Those that several commands read once. */
  private List<UserFiles> files() {
    return stages().flatMap(stage -> stage.files(config).stream()).distinct().toList();
  }

  private Stream<Stage> stages() {
    return commands.stream().filter(Stage.class::isInstance).map(Stage.class::cast);
  }
}
