package io.mathscale.graph;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.min;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;

/** The compositions that walks find. */
final class FoundWalks {
  private FoundWalks() {}

  /** What the walks at these positions find; a walk that makes no composition finds nothing. */
  static Dataset<FoundWalk> at(Dataset<Long> positions, Broadcast<Walker> walker) {
    return positions.flatMap(new Find(walker), FoundWalk.ENCODER);
  }

  /** Each composition once, where it was found first; compared in so many tasks. */
  static Dataset<FoundWalk> firstOf(Dataset<FoundWalk> found, int tasks) {
    return found
        .repartition(tasks, col("high"))
        .groupBy("high", "low")
        .agg(min("position").as("position"))
        .as(FoundWalk.ENCODER);
  }

  private static final class Find implements FlatMapFunction<Long, FoundWalk> {
    private static final long serialVersionUID = 1L;

    /** Salts of the two halves of the hash. */
    private static final long HIGH = 1;

    private static final long LOW = 2;

    private final Broadcast<Walker> walker;

    Find(Broadcast<Walker> walker) {
      this.walker = walker;
    }

    @Override
    public Iterator<FoundWalk> call(Long position) {
      Walk walk = walker.value().walkAt(position);
      return walk.isComposition()
          ? List.of(new FoundWalk(walk.hash(HIGH), walk.hash(LOW), position)).iterator()
          : Collections.emptyIterator();
    }
  }
}
