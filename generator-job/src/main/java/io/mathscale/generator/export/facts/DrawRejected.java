package io.mathscale.generator.export.facts;

import io.mathscale.core.data.Rejected;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.api.java.function.FlatMapFunction;

/** Draws rejected rows of a partition, some of each command and reason. */
final class DrawRejected
    implements FlatMapFunction<Iterator<Rejected>, SortedMap<String, Draw<RejectedExample>>> {
  private static final long serialVersionUID = 1L;

  private final int most;
  private final long seed;

  DrawRejected(int most, long seed) {
    this.most = most;
    this.seed = seed;
  }

  @Override
  public Iterator<SortedMap<String, Draw<RejectedExample>>> call(Iterator<Rejected> rows) {
    SortedMap<String, Draw<RejectedExample>> draws = new TreeMap<>();
    while (rows.hasNext()) {
      Rejected row = rows.next();
      draws
          .computeIfAbsent(key(row.stage(), row.reason().name()), key -> new Draw<>(most, seed))
          .add(
              row.id() + " " + row.origin(),
              () -> new RejectedExample(row.id(), row.detail(), row.origin(), row.content()));
    }

    return List.of(draws).iterator();
  }

  /** What draws of a reason stand under. */
  static String key(String stage, String reason) {
    return stage + " " + reason;
  }

  /** Adds the draws of another part to those of one. */
  static SortedMap<String, Draw<RejectedExample>> sum(
      SortedMap<String, Draw<RejectedExample>> one,
      SortedMap<String, Draw<RejectedExample>> other) {
    other.forEach(
        (key, draw) ->
            one.merge(
                key,
                draw,
                (mine, theirs) -> {
                  mine.addAll(theirs);
                  return mine;
                }));
    return one;
  }
}
