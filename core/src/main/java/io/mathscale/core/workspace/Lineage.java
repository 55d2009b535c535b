package io.mathscale.core.workspace;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the tables of a workspace were made from, directly and by way of others, as their manifests
 * tell it at the time of the first look.
 */
public final class Lineage {
  private final TableCatalog catalog;
  private final Map<String, Optional<Manifest>> manifests = new HashMap<>();

  /** The lineage of the tables of this workspace. */
  public Lineage(TableCatalog catalog) {
    this.catalog = catalog;
  }

  /**
   * Whether a table was made from others which have been replaced since. Of inputs without an
   * identity, which older versions wrote, nothing is known.
   *
   * @param table its name
   */
  public Optional<StaleTable> stale(String table) {
    Set<String> replaced = new TreeSet<>();
    Set<String> commands = new LinkedHashSet<>();
    collect(table, new TreeSet<>(), replaced, commands);
    return replaced.isEmpty()
        ? Optional.empty()
        : Optional.of(new StaleTable(table, List.copyOf(replaced), List.copyOf(commands)));
  }

  /** Whether the identity of every input of a table is known. */
  public boolean isKnown(String table) {
    return manifest(table)
        .map(made -> made.inputs().stream().noneMatch(input -> input.id().isEmpty()))
        .orElse(false);
  }

  /** Adds what was replaced, and the commands to run, those of inputs first. */
  private void collect(
      String table, Set<String> above, Set<String> replaced, Set<String> commands) {
    Optional<Manifest> made = manifest(table);
    if (made.isEmpty() || !above.add(table)) {
      return;
    }

    boolean isStale = false;
    for (Manifest.Input input : made.get().inputs()) {
      Set<String> ofInput = new TreeSet<>();
      collect(input.table(), above, ofInput, commands);
      if (isReplaced(input) && !input.table().equals(table)) {
        ofInput.add(input.table());
      }

      isStale |= !ofInput.isEmpty();
      replaced.addAll(ofInput);
    }

    above.remove(table);
    if (isStale && !made.get().producer().isEmpty()) {
      commands.add(made.get().producer());
    }
  }

  private boolean isReplaced(Manifest.Input input) {
    return !input.id().isEmpty()
        && manifest(input.table()).filter(now -> !now.id().equals(input.id())).isPresent();
  }

  private Optional<Manifest> manifest(String table) {
    return manifests.computeIfAbsent(table, catalog::manifest);
  }
}
