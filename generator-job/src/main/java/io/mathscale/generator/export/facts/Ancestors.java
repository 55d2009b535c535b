package io.mathscale.generator.export.facts;

import io.mathscale.core.workspace.Manifest;
import io.mathscale.core.workspace.TableCatalog;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tables that a table was made from, directly and by way of others. */
final class Ancestors {
  private final TableCatalog catalog;
  private final Map<String, Manifest> manifests = new LinkedHashMap<>();

  private Ancestors(TableCatalog catalog) {
    this.catalog = catalog;
  }

  /** The manifests of a table and of what it was made from, those of inputs first. */
  static List<Manifest> of(TableCatalog catalog, String table) {
    Ancestors ancestors = new Ancestors(catalog);
    ancestors.collect(table);
    return new ArrayList<>(ancestors.manifests.values());
  }

  private void collect(String table) {
    Optional<Manifest> manifest = catalog.manifest(table);
    if (manifest.isEmpty() || manifests.containsKey(table)) {
      return;
    }

    // Holds the place against inputs that name each other.
    manifests.put(table, manifest.get());
    manifest.get().inputs().forEach(input -> collect(input.table()));
    manifests.remove(table);
    manifests.put(table, manifest.get());
  }
}
