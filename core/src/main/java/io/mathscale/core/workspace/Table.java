package io.mathscale.core.workspace;

import java.util.List;
import org.apache.spark.sql.Encoder;

/**
 * A kind of table: its place in the workspace and the type of its rows.
 *
 * @param name path below the workspace
 * @param encoder encoder of the row type
 * @param schemaVersion grows when a column comes, goes or changes its meaning
 * @param producer the command that writes it
 * @param upgrades what reads rows of older versions; a version without one is refused
 * @param <T> row type
 */
public record Table<T>(
    String name,
    Encoder<T> encoder,
    int schemaVersion,
    String producer,
    List<SchemaUpgrade> upgrades) {
  public Table {
    upgrades = List.copyOf(upgrades);
  }

  /** A table of which no older version is read. */
  public Table(String name, Encoder<T> encoder, int schemaVersion, String producer) {
    this(name, encoder, schemaVersion, producer, List.of());
  }
}
