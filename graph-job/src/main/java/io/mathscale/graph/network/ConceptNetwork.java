package io.mathscale.graph.network;

import static org.apache.spark.sql.functions.col;

import io.mathscale.core.spark.Caches;
import io.mathscale.graph.concepts.NameNumbers;
import io.mathscale.graph.concepts.SeedNames;
import java.io.Serializable;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;

/**
 * The weighted graph between numbered concepts, in blocks of nodes with all of their neighbours. A
 * graph of one block is on the driver too, so that algorithms of many rounds need no Spark job for
 * each of them; a larger one stays spread over the executors, and only values of nodes are on the
 * driver.
 */
public final class ConceptNetwork {
  /** Seeds whose edges make a block: with 20 pairs a seed at most 4 million arcs, 50 MB. */
  private static final long SEEDS_IN_BLOCK = 100_000;

  private final SparkSession spark;
  private final int size;
  private final JavaRDD<AdjacencyBlock> blocks;

  /** The only block; null where there are more. */
  private final AdjacencyBlock whole;

  /** The nodes of each block. */
  private final List<int[]> nodes;

  private ConceptNetwork(
      SparkSession spark, int size, JavaRDD<AdjacencyBlock> blocks, AdjacencyBlock whole) {
    this.spark = spark;
    this.size = size;
    this.blocks = blocks;
    this.whole = whole;
    this.nodes = onEach(0, (block, nothing) -> block.nodes());
  }

  /**
   * The graph of concepts that share seeds; an edge weighs as much as there are such seeds. Pairs
   * are made inside each seed's row: a self-join of the concepts would shuffle them all.
   *
   * @param seeds names of the concepts of each seed
   * @param count number of seeds
   * @param numbers numbers of the concepts
   * @param size number of concepts
   * @param caches holds the graph
   */
  public static ConceptNetwork of(
      Dataset<SeedNames> seeds, long count, NameNumbers numbers, int size, Caches caches) {
    Dataset<Arc> arcs = seeds.mapPartitions(new FindArcs(caches.broadcast(numbers)), Arc.ENCODER);
    return of(arcs, Math.toIntExact(1 + count / SEEDS_IN_BLOCK), size, caches);
  }

  /** The graph of arcs, which lead from both ends of each edge, in so many blocks. */
  static ConceptNetwork of(Dataset<Arc> arcs, int blockCount, int size, Caches caches) {
    JavaRDD<AdjacencyBlock> blocks =
        caches.persist(
            arcs.repartition(blockCount, col("source"))
                .sortWithinPartitions("source", "target")
                .javaRDD()
                .mapPartitions(sorted -> List.of(AdjacencyBlock.of(sorted)).iterator()));
    AdjacencyBlock whole = blockCount == 1 ? blocks.first() : null;
    return new ConceptNetwork(arcs.sparkSession(), size, blocks, whole);
  }

  /**
   * What is computed of a block.
   *
   * @param <S> what all blocks share: values of nodes, for one
   * @param <R> the result
   */
  interface BlockFunction<S, R> extends Serializable {
    /** The result for a block. */
    R apply(AdjacencyBlock block, S shared);
  }

  /** The results for all blocks, in their order. */
  <S, R> List<R> onEach(S shared, BlockFunction<S, R> function) {
    if (whole != null) {
      return List.of(function.apply(whole, shared));
    }

    try (Caches caches = new Caches(spark)) {
      return blocks.map(new Apply<>(function, caches.broadcast(shared))).collect();
    }
  }

  private record Apply<S, R>(BlockFunction<S, R> function, Broadcast<S> shared)
      implements Function<AdjacencyBlock, R> {
    @Override
    public R call(AdjacencyBlock block) {
      return function.apply(block, shared.value());
    }
  }

  /** Number of nodes. */
  int size() {
    return size;
  }

  /** The nodes of each block, which have a neighbour each. */
  List<int[]> nodes() {
    return nodes;
  }

  /** The blocks, as Spark holds them. */
  JavaRDD<AdjacencyBlock> blocks() {
    return blocks;
  }

  /** Number of neighbours of each node. */
  int[] degrees() {
    List<int[]> counts =
        onEach(
            0,
            (block, nothing) -> {
              int[] degrees = new int[block.nodes().length];
              for (int place = 0; place < degrees.length; place++) {
                degrees[place] = block.end(place) - block.start(place);
              }

              return degrees;
            });
    int[] degrees = new int[size];
    for (int block = 0; block < counts.size(); block++) {
      for (int place = 0; place < counts.get(block).length; place++) {
        degrees[nodes.get(block)[place]] = counts.get(block)[place];
      }
    }

    return degrees;
  }
}
