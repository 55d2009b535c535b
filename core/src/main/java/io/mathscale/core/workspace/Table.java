package io.mathscale.core.workspace;

import org.apache.spark.sql.Encoder;

/**
 * A kind of table: its place in the workspace and the type of its rows.
 *
 * @param name path below the workspace
 * @param encoder encoder of the row type
 * @param schemaVersion grows when a column changes its meaning or goes
 * @param producer the command that writes it
 * @param <T> row type
 */
public record Table<T>(String name, Encoder<T> encoder, int schemaVersion, String producer) {}
