package io.mathscale.graph.network;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.struct;

import io.mathscale.graph.walks.NeighbourList;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;

/**
 * Communities of the concept graph by label propagation (Raghavan et al. 2007): each node takes the
 * label that weighs most among its neighbours and itself, some rounds long. GraphX's own breaks
 * ties by the order in which messages come in, which is not the same on any two clusters; here the
 * smallest of the labels that weigh most is taken. The labels of all nodes are in every process,
 * their edges are not.
 */
public final class Communities {
  /** The labels of most nodes settle in five rounds (Raghavan et al. 2007, section IV). */
  private static final int ROUNDS = 5;

  private Communities() {}

  /** Number and community of every node; nodes are numbered from 0 without gaps. */
  public static Dataset<Row> of(Dataset<ConceptNode> concepts, Dataset<WeightedEdge> edges) {
    JavaSparkContext context =
        JavaSparkContext.fromSparkContext(concepts.sparkSession().sparkContext());
    JavaRDD<NeighbourList> neighbours =
        neighbours(edges).javaRDD().persist(StorageLevel.MEMORY_AND_DISK_SER());
    int[] labels = IntStream.range(0, Math.toIntExact(concepts.count())).toArray();
    for (int round = 0; round < ROUNDS; round++) {
      Broadcast<int[]> shared = context.broadcast(labels);
      int[] next = labels.clone();
      neighbours.map(new Listen(shared)).collect().forEach(heard -> next[heard._1()] = heard._2());
      labels = next;
      shared.destroy();
    }

    neighbours.unpersist();
    return named(concepts, labels);
  }

  private static Dataset<Row> named(Dataset<ConceptNode> concepts, int[] labels) {
    return concepts
        .sparkSession()
        .createDataset(
            IntStream.range(0, labels.length)
                .mapToObj(number -> new Tuple2<>((long) number, (long) labels[number]))
                .toList(),
            Encoders.tuple(Encoders.LONG(), Encoders.LONG()))
        .toDF("number", "community");
  }

  private static Dataset<NeighbourList> neighbours(Dataset<WeightedEdge> edges) {
    Dataset<Row> there = arcs(edges, "source", "target");
    Dataset<Row> back = arcs(edges, "target", "source");
    return there
        .union(back)
        .groupBy("list")
        .agg(collect_list("neighbour").as("neighbours"))
        .as(NeighbourList.ENCODER);
  }

  private static Dataset<Row> arcs(Dataset<WeightedEdge> edges, String from, String to) {
    Column neighbour = struct(col(to).cast("int").as("number"), col("weight"));
    return edges.select(col(from).as("list"), neighbour.as("neighbour"));
  }

  /**
   * What a node takes. It hears itself as loudly as its loudest neighbour, or two would swap labels
   * for ever.
   */
  private record Listen(Broadcast<int[]> labels)
      implements Function<NeighbourList, Tuple2<Integer, Integer>> {
    @Override
    public Tuple2<Integer, Integer> call(NeighbourList node) {
      int number = Math.toIntExact(node.list());
      int[] now = labels.value();
      Map<Integer, Long> weights = new HashMap<>();
      long loudest = 0;
      for (NeighbourList.Neighbour neighbour : node.neighbours()) {
        weights.merge(now[neighbour.number()], neighbour.weight(), Long::sum);
        loudest = Math.max(loudest, neighbour.weight());
      }

      weights.merge(now[number], loudest, Long::sum);
      int best = now[number];
      for (Map.Entry<Integer, Long> label : weights.entrySet()) {
        int order = Long.compare(label.getValue(), weights.get(best));
        if (order > 0 || (order == 0 && label.getKey() < best)) {
          best = label.getKey();
        }
      }

      return new Tuple2<>(number, best);
    }
  }
}
