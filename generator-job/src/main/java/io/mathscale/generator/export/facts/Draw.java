package io.mathscale.generator.export.facts;

import io.mathscale.core.identity.StableHash;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Draws so many rows by a hash of the seed and their ids: the same ones in whatever order and from
 * whatever parts they come. Keeps no more than it draws.
 *
 * @param <T> what is kept of a row
 */
final class Draw<T extends Serializable> implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int most;
  private final long seed;
  private final TreeMap<String, T> kept = new TreeMap<>();

  Draw(int most, long seed) {
    this.most = most;
    this.seed = seed;
  }

  /** Takes a row into account; what is kept of it is asked for only where it is drawn so far. */
  void add(String id, Supplier<T> row) {
    String place = "%016x %s".formatted(StableHash.hash(seed, "draw", id), id);
    if (kept.size() < most || place.compareTo(kept.lastKey()) < 0) {
      kept.put(place, row.get());
      shorten();
    }
  }

  /** Takes the rows into account that another has drawn. */
  void addAll(Draw<T> other) {
    kept.putAll(other.kept);
    shorten();
  }

  private void shorten() {
    while (kept.size() > most) {
      kept.pollLastEntry();
    }
  }

  /** The rows drawn, in the order of their hashes. */
  List<T> drawn() {
    return new ArrayList<>(kept.values());
  }
}
