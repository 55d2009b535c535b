package io.mathscale.core.workspace;

import java.util.List;

/**
 * A table that was made from others which have been replaced since.
 *
 * @param table its name
 * @param replaced the tables that were replaced, by their names
 * @param commands the commands that make it anew, in their order; empty where they are not known
 */
public record StaleTable(String table, List<String> replaced, List<String> commands) {
  /** Copies the lists. */
  public StaleTable {
    replaced = List.copyOf(replaced);
    commands = List.copyOf(commands);
  }

  /** Why it is stale, in words. */
  public String reason() {
    return String.join(", ", replaced)
        + (replaced.size() == 1 ? " was" : " were")
        + " replaced after it was made";
  }
}
