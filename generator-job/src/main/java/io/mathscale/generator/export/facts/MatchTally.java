package io.mathscale.generator.export.facts;

import java.io.Serializable;
import java.util.List;
import java.util.TreeMap;

/** Counts matches of one part by kind and draws some of each, and adds up with those of others. */
final class MatchTally implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int most;
  private final long seed;
  private final TreeMap<String, Long> counts = new TreeMap<>();
  private final TreeMap<String, Draw<MatchedIds>> draws = new TreeMap<>();

  MatchTally(int most, long seed) {
    this.most = most;
    this.seed = seed;
  }

  /** Takes a match into account. */
  MatchTally add(MatchedIds match) {
    counts.merge(match.kind(), 1L, Long::sum);
    draws
        .computeIfAbsent(match.kind(), kind -> new Draw<>(most, seed))
        .add(match.id() + " " + match.other(), () -> match);
    return this;
  }

  /** Adds those of another part to these. */
  MatchTally plus(MatchTally other) {
    other.counts.forEach((kind, count) -> counts.merge(kind, count, Long::sum));
    other.draws.forEach(
        (kind, draw) -> draws.computeIfAbsent(kind, key -> new Draw<>(most, seed)).addAll(draw));
    return this;
  }

  List<RowCount> kinds() {
    return RowCount.sorted(counts);
  }

  /** The matches drawn, by kind. */
  List<MatchedIds> drawn() {
    return draws.values().stream().flatMap(draw -> draw.drawn().stream()).toList();
  }
}
