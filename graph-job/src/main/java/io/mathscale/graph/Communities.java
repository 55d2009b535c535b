package io.mathscale.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.spark.HashPartitioner;
import org.apache.spark.Partitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;

/**
 * Communities of the concept graph by label propagation (Raghavan et al. 2007): each node takes the
 * label that weighs most among its neighbours and itself, some rounds long. GraphX's own breaks
 * ties by the order in which messages come in, which is not the same on any two clusters; here the
 * smallest of the labels that weigh most is taken.
 */
final class Communities {
  /** The labels of most nodes settle in five rounds (Raghavan et al. 2007, section IV). */
  private static final int ROUNDS = 5;

  private Communities() {}

  /** Number and community of every node, worked out in so many partitions. */
  static Dataset<Row> of(
      Dataset<NumberedConcept> concepts, Dataset<NumberedEdge> edges, int partitions) {
    Partitioner partitioner = new HashPartitioner(partitions);
    JavaPairRDD<Long, Tuple2<Long, Long>> arcs =
        edges
            .javaRDD()
            .flatMapToPair(
                edge ->
                    Stream.of(
                            arc(edge.source(), edge.target(), edge.weight()),
                            arc(edge.target(), edge.source(), edge.weight()))
                        .iterator());
    JavaPairRDD<Long, Long> own =
        concepts
            .javaRDD()
            .mapToPair(concept -> new Tuple2<>(concept.number(), concept.number()))
            .partitionBy(partitioner);
    JavaPairRDD<Long, List<Tuple2<Long, Long>>> listeners =
        own.cogroup(arcs, partitioner)
            .mapToPair(node -> new Tuple2<>(node._1(), listeners(node._1(), node._2()._2())))
            .partitionBy(partitioner)
            .persist(StorageLevel.MEMORY_AND_DISK());

    JavaPairRDD<Long, Long> labels = own;
    for (int round = 0; round < ROUNDS; round++) {
      labels =
          listeners
              .join(labels, partitioner)
              .flatMapToPair(node -> said(node._2()._1(), node._2()._2()).iterator())
              .groupByKey(partitioner)
              .mapValues(Communities::loudest);
    }

    return concepts
        .sparkSession()
        .createDataset(
            labels.map(label -> new Tuple2<>(label._1(), label._2())).rdd(),
            Encoders.tuple(Encoders.LONG(), Encoders.LONG()))
        .toDF("number", "community");
  }

  private static Tuple2<Long, Tuple2<Long, Long>> arc(long source, long target, long weight) {
    return new Tuple2<>(source, new Tuple2<>(target, weight));
  }

  /**
   * Who hears a node, and how loudly: its neighbours, and itself as loudly as its loudest
   * neighbour, or two would swap labels for ever.
   */
  private static List<Tuple2<Long, Long>> listeners(
      long node, Iterable<Tuple2<Long, Long>> neighbours) {
    List<Tuple2<Long, Long>> listeners = new ArrayList<>();
    neighbours.forEach(listeners::add);
    long loudest = listeners.stream().mapToLong(Tuple2::_2).max().orElse(1);
    listeners.add(new Tuple2<>(node, loudest));
    return listeners;
  }

  private static Stream<Tuple2<Long, Tuple2<Long, Long>>> said(
      List<Tuple2<Long, Long>> listeners, long label) {
    return listeners.stream().map(listener -> arc(listener._1(), label, listener._2()));
  }

  private static long loudest(Iterable<Tuple2<Long, Long>> heard) {
    Map<Long, Long> weights = new HashMap<>();
    StreamSupport.stream(heard.spliterator(), false)
        .forEach(label -> weights.merge(label._1(), label._2(), Long::sum));
    long most = weights.values().stream().mapToLong(Long::longValue).max().orElseThrow();
    return weights.entrySet().stream()
        .filter(label -> label.getValue() == most)
        .mapToLong(Map.Entry::getKey)
        .min()
        .orElseThrow();
  }
}
