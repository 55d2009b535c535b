package io.mathscale.core.command;

import io.mathscale.core.config.MathscaleConfig;
import io.mathscale.core.workspace.TableCatalog;

/** A command that looks at the tables of a workspace, and needs no Spark session for it. */
public non-sealed interface CatalogCommand extends JobCommand {
  /**
   * Looks at the tables.
   *
   * @throws io.mathscale.core.config.ConfigException when a table or column that an option names is
   *     not there
   */
  void run(TableCatalog catalog);

  /**
   * Checks what this command needs of the configuration before anything is started.
   *
   * @throws io.mathscale.core.config.ConfigException naming what must hold and what was
   */
  default void check(MathscaleConfig config) {}
}
