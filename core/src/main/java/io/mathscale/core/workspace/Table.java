package io.mathscale.core.workspace;

import java.util.List;
import java.util.function.Supplier;
import org.apache.spark.sql.Encoder;

/**
 * A kind of table: its place in the workspace and the type of its rows.
 *
 * @param name path below the workspace
 * @param rowEncoder gives the encoder of the row type; asked when rows are read or written, since
 *     encoders load much of Spark
 * @param schemaVersion grows when a column comes, goes or changes its meaning
 * @param producer the command that writes it
 * @param upgrades what reads rows of older versions; a version without one is refused
 * @param <T> row type
 */
public record Table<T>(
    String name,
    Supplier<Encoder<T>> rowEncoder,
    int schemaVersion,
    String producer,
    List<SchemaUpgrade> upgrades) {
  public Table {
    upgrades = List.copyOf(upgrades);
  }

  /** A table of which no older version is read. */
  public Table(String name, Supplier<Encoder<T>> rowEncoder, int schemaVersion, String producer) {
    this(name, rowEncoder, schemaVersion, producer, List.of());
  }

  /** The same with an encoder that is there. */
  public Table(String name, Encoder<T> encoder, int schemaVersion, String producer) {
    this(name, () -> encoder, schemaVersion, producer, List.of());
  }

  /** The encoder of the row type. */
  public Encoder<T> encoder() {
    return rowEncoder.get();
  }
}
