package io.mathscale.graph.walks;

import io.mathscale.core.data.Composition;
import io.mathscale.graph.Compose;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;

/** Walks over a graph that every executor has. */
public final class BroadcastWalks implements Walks {
  private final Broadcast<Walker> walker;

  /** Walks by this walker. */
  public BroadcastWalks(Broadcast<Walker> walker) {
    this.walker = walker;
  }

  @Override
  public Dataset<WalkFingerprint> fingerprints(Dataset<Long> positions) {
    return positions.flatMap(new Find(walker), WalkFingerprint.ENCODER);
  }

  @Override
  public Dataset<Composition> compositions(Dataset<Long> positions, Composer.Factory composers) {
    return positions.mapPartitions(new Compose(walker, composers), Composition.ENCODER);
  }

  private record Find(Broadcast<Walker> walker) implements FlatMapFunction<Long, WalkFingerprint> {
    @Override
    public Iterator<WalkFingerprint> call(Long position) {
      Walk walk = walker.value().walkAt(position);
      return walker.value().rules().accept(walk)
          ? List.of(WalkFingerprint.of(walk, position)).iterator()
          : Collections.emptyIterator();
    }
  }

  private record Compose(Broadcast<Walker> walker, Composer.Factory composers)
      implements MapPartitionsFunction<Long, Composition> {
    @Override
    public Iterator<Composition> call(Iterator<Long> positions) {
      Walker walks = walker.value();
      Composer composer = composers.create();
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          return positions.hasNext();
        }

        @Override
        public Composition next() {
          long position = positions.next();
          return composer.compose(position, walks.walkAt(position), walks::name);
        }
      };
    }
  }
}
