package io.mathscale.core.workspace;

import io.mathscale.core.config.ConfigException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.Path;

/** Tells how a table that was written with some schema version can be read. */
final class SchemaVersions {
  private SchemaVersions() {}

  /**
   * The upgrades that lead from the version of a manifest to that of the table, in their order;
   * none where they are the same.
   *
   * @param place where the table stands
   * @throws ConfigException when the table is newer than this tool, or an upgrade is not known
   */
  static List<SchemaUpgrade> upgrades(Table<?> table, Manifest manifest, Path place) {
    if (manifest.schemaVersion() > table.schemaVersion()) {
      throw new ConfigException(
          ("table %s must have schema version %d: %s has version %d, made by a newer version of this"
                  + " tool (%s)")
              .formatted(
                  table.name(),
                  table.schemaVersion(),
                  place,
                  manifest.schemaVersion(),
                  manifest.toolVersion()));
    }

    List<SchemaUpgrade> upgrades = new ArrayList<>();
    for (int from = manifest.schemaVersion(); from < table.schemaVersion(); from++) {
      upgrades.add(
          upgrade(table, from)
              .orElseThrow(
                  () ->
                      new ConfigException(
                          "table %s must have schema version %d: %s has version %d; run %s again"
                              .formatted(
                                  table.name(),
                                  table.schemaVersion(),
                                  place,
                                  manifest.schemaVersion(),
                                  table.producer()))));
    }

    return upgrades;
  }

  private static Optional<SchemaUpgrade> upgrade(Table<?> table, int from) {
    return table.upgrades().stream().filter(upgrade -> upgrade.from() == from).findFirst();
  }
}
