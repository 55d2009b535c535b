package io.mathscale.core.command;

import io.mathscale.core.config.AskedModels;
import io.mathscale.core.config.MathscaleConfig;
import io.mathscale.core.source.files.UserFiles;
import io.mathscale.core.workspace.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;

/** A command that reads tables of a workspace and writes others. */
public non-sealed interface Stage extends JobCommand {
  /** Reads tables, calls pure steps, writes tables. */
  void run(StageContext context);

  /**
   * Checks what this command needs of the configuration before anything is started.
   *
   * @throws io.mathscale.core.config.ConfigException naming the key, what must hold and what was
   */
  default void check(MathscaleConfig config) {}

  /**
   * Checks the prompts that it is told to use, which may be files where the driver is: before the
   * first command runs, and before anything is started where this process is the driver.
   *
   * @throws io.mathscale.core.config.ConfigException naming the key, what must hold and what was
   */
  default void checkPrompts(MathscaleConfig config) {}

  /**
   * The models that it sends requests to: their keys and certificates must be there before the
   * first command runs.
   */
  default List<AskedModels> asks(MathscaleConfig config) {
    return List.of();
  }

  /** The files of the user that it reads: they must be there before the first command runs. */
  default List<UserFiles> files(MathscaleConfig config) {
    return List.of();
  }

  /**
   * Tables that it reads because the configuration asks for it: each must stand before the first
   * command runs, or an earlier command of the run must write it.
   */
  default List<Table<?>> neededTables(MathscaleConfig config) {
    return List.of();
  }

  /**
   * Checks what needs a session for it, before the first command runs.
   *
   * @throws io.mathscale.core.config.ConfigException naming the key, what must hold and what was
   */
  default void check(SparkSession spark, MathscaleConfig config) {}

  /**
   * The families of tables that it writes. A family has tables that no two commands may write at
   * the same time; by default a command has one of its own name.
   */
  default Set<String> families(MathscaleConfig config) {
    return Set.of(getClass().getAnnotation(Command.class).name());
  }

  /** The same work without a Spark session, where the options allow it. */
  default Optional<CatalogCommand> withoutSpark() {
    return Optional.empty();
  }
}
