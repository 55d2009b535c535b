package io.mathscale.core.workspace;

/** Watches over what a command does with tables. */
public interface TableGuard {
  /** Lets everything pass: for who reads only, and for who is known to be alone. */
  TableGuard NONE = new TableGuard() {};

  /**
   * Asked before a table is read.
   *
   * @throws io.mathscale.core.config.ConfigException when it is not to be read
   */
  default void beforeRead(Manifest table) {}

  /**
   * Asked before tables are written, and again before they are published.
   *
   * @throws RuntimeException when the right to write them is lost
   */
  default void beforeWrite() {}

  /**
   * Tells when the right to write tables is lost, at once where it is so already; only the one who
   * asked last is told.
   */
  default void whenLost(Runnable action) {}

  /**
   * Whether nobody else is at work in the workspace. Where somebody is, files of tables that were
   * replaced are left for the next write to remove, since they may be in use.
   */
  default boolean isAlone() {
    return true;
  }
}
