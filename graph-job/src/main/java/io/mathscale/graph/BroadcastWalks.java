package io.mathscale.graph;

import io.mathscale.core.data.Composition;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;

/** Walks over a graph that every executor has. */
final class BroadcastWalks implements Walks {
  private final Broadcast<Walker> walker;

  BroadcastWalks(Broadcast<Walker> walker) {
    this.walker = walker;
  }

  @Override
  public Dataset<FoundWalk> found(Dataset<Long> positions) {
    return positions.flatMap(new Find(walker), FoundWalk.ENCODER);
  }

  @Override
  public Dataset<Composition> compositions(Dataset<Long> positions, Composing composing) {
    return positions.mapPartitions(new Compose(walker, composing), Composition.ENCODER);
  }

  @Override
  public void close() {
    walker.destroy();
  }

  private record Find(Broadcast<Walker> walker) implements FlatMapFunction<Long, FoundWalk> {
    @Override
    public Iterator<FoundWalk> call(Long position) {
      Walk walk = walker.value().walkAt(position);
      return walker.value().rules().accept(walk)
          ? List.of(FoundWalk.of(walk, position)).iterator()
          : Collections.emptyIterator();
    }
  }

  private record Compose(Broadcast<Walker> walker, Composing composing)
      implements MapPartitionsFunction<Long, Composition> {
    @Override
    public Iterator<Composition> call(Iterator<Long> positions) {
      Walker walks = walker.value();
      Composing.Composer composer = composing.composer();
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          return positions.hasNext();
        }

        @Override
        public Composition next() {
          long position = positions.next();
          return composer.of(position, walks.walkAt(position), walks.graph()::name);
        }
      };
    }
  }
}
