package io.mathscale.core.workspace;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;

/**
 * Tables and small files that belong together: written one by one, published in one step. Until
 * then, and where that never comes, the old ones stand.
 */
public final class TableTransaction {
  private final Workspace workspace;
  private final SortedMap<String, Manifest> manifests = new TreeMap<>();
  private final SortedMap<String, String> files = new TreeMap<>();

  /** Nothing is written yet. */
  TableTransaction(Workspace workspace) {
    this.workspace = workspace;
  }

  /**
   * Writes the rows of a table beside those that stand. Inputs that this transaction wrote are
   * named as they will stand.
   *
   * @return what will be published
   */
  public <T> Manifest write(Table<T> table, Dataset<T> rows, WriteMetadata metadata) {
    Manifest manifest = workspace.stage(table, rows, metadata, manifests);
    manifests.put(table.name(), manifest);
    return manifest;
  }

  /**
   * Keeps the text of a small file.
   *
   * @param name path below the workspace
   */
  public void writeFile(String name, String text) {
    files.put(name, text);
  }

  /** What this transaction wrote of a table, or else the table that stands. */
  public <T> Dataset<T> read(Table<T> table) {
    return Optional.ofNullable(manifests.get(table.name()))
        .map(manifest -> workspace.read(table, manifest))
        .orElseGet(() -> workspace.read(table));
  }

  /** Publishes everything that was written. */
  public void publish() {
    workspace.publish(new Commit(manifests.values().stream().toList(), files));
    manifests.clear();
    files.clear();
  }
}
