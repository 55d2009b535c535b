package io.mathscale.graph.network;

import io.mathscale.core.data.ConceptEdge;
import io.mathscale.core.data.EdgeKind;
import io.mathscale.core.spark.Caches;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;

/** The edges of the concept graph with the names of their ends, each once. */
public final class ConceptEdges {
  /** Keeps the logarithm finite (paper, section 3.2, equation 1). */
  public static final double EPSILON = 1e-5;

  private ConceptEdges() {}

  /**
   * The edges with their co-occurrence (equation 1).
   *
   * @param names names of the nodes
   */
  public static Dataset<ConceptEdge> named(
      SparkSession spark, ConceptNetwork network, ConceptIndex names, Caches caches) {
    return spark.createDataset(
        network.blocks().flatMap(new Name(caches.broadcast(names))).rdd(), ConceptEdge.ENCODER);
  }

  /** Number of edges in each sub-graph, of the nodes of which so many are topics. */
  public static Map<EdgeKind, Long> counts(ConceptNetwork network, int topics) {
    Map<EdgeKind, Long> counts = new EnumMap<>(EdgeKind.class);
    for (EdgeKind kind : EdgeKind.values()) {
      counts.put(kind, 0L);
    }

    for (Map<EdgeKind, Long> ofBlock : network.onEach(topics, ConceptEdges::counts)) {
      ofBlock.forEach((kind, count) -> counts.merge(kind, count, Long::sum));
    }

    return counts;
  }

  private static Map<EdgeKind, Long> counts(AdjacencyBlock block, int topics) {
    Map<EdgeKind, Long> counts = new EnumMap<>(EdgeKind.class);
    for (int place = 0; place < block.nodes().length; place++) {
      int source = block.nodes()[place];
      for (int arc = block.start(place); arc < block.end(place); arc++) {
        if (source < block.neighbour(arc)) {
          counts.merge(kind(source, block.neighbour(arc), topics), 1L, Long::sum);
        }
      }
    }

    return counts;
  }

  /** The smaller number is the source, and topics have the smaller numbers. */
  private static EdgeKind kind(int source, int target, int topics) {
    if (target < topics) {
      return EdgeKind.TOPIC_TOPIC;
    }

    return source < topics
        ? EdgeKind.TOPIC_KNOWLEDGE_POINT
        : EdgeKind.KNOWLEDGE_POINT_KNOWLEDGE_POINT;
  }

  private record Name(Broadcast<ConceptIndex> names)
      implements FlatMapFunction<AdjacencyBlock, ConceptEdge> {
    @Override
    public Iterator<ConceptEdge> call(AdjacencyBlock block) {
      ConceptIndex index = names.value();
      return IntStream.range(0, block.nodes().length)
          .mapToObj(place -> edges(block, place, index))
          .flatMap(List::stream)
          .iterator();
    }

    private static List<ConceptEdge> edges(AdjacencyBlock block, int place, ConceptIndex index) {
      int source = block.nodes()[place];
      List<ConceptEdge> edges = new ArrayList<>();
      for (int arc = block.start(place); arc < block.end(place); arc++) {
        int target = block.neighbour(arc);
        if (source < target) {
          long weight = block.weight(arc);
          edges.add(
              new ConceptEdge(
                  kind(source, target, index.topics()),
                  index.name(source),
                  index.name(target),
                  weight,
                  StrictMath.log(weight + EPSILON)));
        }
      }

      return edges;
    }
  }
}
