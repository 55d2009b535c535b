package io.mathscale.graph;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.round;

import io.mathscale.core.workspace.Tables;
import io.mathscale.core.workspace.Workspace;
import io.mathscale.graph.network.Communities;
import io.mathscale.graph.network.ConceptNode;
import io.mathscale.graph.network.ConceptNodes;
import io.mathscale.graph.network.NodeMeasure;
import io.mathscale.graph.network.WeightedEdge;
import io.mathscale.graph.network.WeightedEdges;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.graphx.Edge;
import org.apache.spark.graphx.Graph;
import org.apache.spark.graphx.VertexRDD;
import org.apache.spark.graphx.lib.ConnectedComponents;
import org.apache.spark.graphx.lib.PageRank;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;
import scala.jdk.javaapi.CollectionConverters;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;

/**
 * The concept graph in GraphX, for what is known of a node only by looking at the whole graph. The
 * only class that touches GraphX.
 *
 * <p>Other jobs and notebooks get the graph of a workspace by {@link #load}.
 */
public final class ConceptGraph {
  /**
   * Chance that PageRank's surfer starts anew: damping 0.85 (Brin and Page 1998, section 2.1.1).
   */
  private static final double RESTART = 0.15;

  /** After so many rounds the start weighs 0.85^20 = 4 percent at the worst, far less as a rule. */
  private static final int PAGE_RANK_ROUNDS = 20;

  /** Decimals of PageRank kept: the rest changes with the order in which sums are taken. */
  private static final int PAGE_RANK_DECIMALS = 10;

  /**
   * Edges in a partition, at the most. The number of partitions follows the graph and not the
   * cluster, so that sums are taken in the same order everywhere.
   */
  private static final long EDGES_IN_PARTITION = 1_000_000;

  private static final ClassTag<String> NAME = ClassTag$.MODULE$.apply(String.class);
  private static final ClassTag<Long> WEIGHT = ClassTag$.MODULE$.apply(Long.class);

  private final SparkSession spark;
  private final Dataset<ConceptNode> concepts;
  private final Dataset<WeightedEdge> edges;
  private final Graph<String, Long> graph;

  private ConceptGraph(
      SparkSession spark,
      Dataset<ConceptNode> concepts,
      Dataset<WeightedEdge> edges,
      Graph<String, Long> graph) {
    this.spark = spark;
    this.concepts = concepts;
    this.edges = edges;
    this.graph = graph;
  }

  /**
   * The graph that {@code build} wrote.
   *
   * @param workspace folder of the tables, any Hadoop URI
   * @throws io.mathscale.core.config.ConfigException when no graph stands there
   */
  public static ConceptGraph load(SparkSession spark, String workspace) {
    Workspace tables = Workspace.at(spark, workspace);
    Dataset<ConceptNode> concepts = ConceptNodes.of(tables.read(Tables.NODES));
    return of(concepts, WeightedEdges.of(tables.read(Tables.EDGES), concepts));
  }

  /**
   * The nodes with their numbers, by which components and communities go in table {@code
   * graph/nodes}, too.
   */
  public Dataset<ConceptNode> nodes() {
    return concepts;
  }

  /** The edges, each once, between the numbers of nodes. */
  public Dataset<WeightedEdge> edges() {
    return edges;
  }

  /**
   * The graph in GraphX: vertices are numbers of nodes with their names; each edge leads both ways
   * and has its w.
   */
  public Graph<String, Long> graphX() {
    return graph;
  }

  /** The graph of these nodes and edges; each edge leads both ways. */
  static ConceptGraph of(Dataset<ConceptNode> concepts, Dataset<WeightedEdge> edges) {
    int partitions = Math.toIntExact(1 + edges.count() / EDGES_IN_PARTITION);
    JavaRDD<Edge<Long>> bothWays =
        edges
            .repartition(partitions, col("source"))
            .sortWithinPartitions("source", "target")
            .javaRDD()
            .flatMap(
                edge ->
                    Stream.of(
                            new Edge<Long>(edge.source(), edge.target(), edge.weight()),
                            new Edge<Long>(edge.target(), edge.source(), edge.weight()))
                        .iterator());
    JavaRDD<Tuple2<Object, String>> vertices =
        concepts
            .repartition(partitions, col("number"))
            .sortWithinPartitions("number")
            .javaRDD()
            .map(concept -> new Tuple2<>(concept.number(), concept.name()));
    Graph<String, Long> graph =
        Graph.apply(
            vertices.rdd(),
            bothWays.rdd(),
            "",
            StorageLevel.MEMORY_AND_DISK(),
            StorageLevel.MEMORY_AND_DISK(),
            NAME,
            WEIGHT);
    return new ConceptGraph(concepts.sparkSession(), concepts, edges, graph);
  }

  /** Degree, component, community and PageRank of every node. */
  Dataset<NodeMeasure> measures() {
    Dataset<Row> degrees = longs(graph.ops().outDegrees(), "degree");
    Dataset<Row> components =
        longs(ConnectedComponents.run(graph, NAME, WEIGHT).vertices(), "component");
    Dataset<Row> ranks =
        doubles(
            PageRank.run(graph, PAGE_RANK_ROUNDS, RESTART, NAME, WEIGHT).vertices(), "pageRank");
    long nodes = concepts.count();

    return concepts
        .select("number")
        .join(degrees, CollectionConverters.asScala(List.of("number")).toSeq(), "left")
        .join(components, "number")
        .join(ranks, "number")
        .join(Communities.of(concepts, edges), "number")
        .select(
            col("number"),
            coalesce(col("degree"), lit(0L)).as("degree"),
            col("component"),
            col("community"),
            round(col("pageRank").divide(nodes), PAGE_RANK_DECIMALS).as("pageRank"))
        .as(NodeMeasure.ENCODER);
  }

  private Dataset<Row> longs(VertexRDD<Object> values, String name) {
    return spark
        .createDataset(
            values
                .toJavaRDD()
                .map(value -> new Tuple2<>((Long) value._1(), ((Number) value._2()).longValue()))
                .rdd(),
            Encoders.tuple(Encoders.LONG(), Encoders.LONG()))
        .toDF("number", name);
  }

  private Dataset<Row> doubles(VertexRDD<Object> values, String name) {
    return spark
        .createDataset(
            values
                .toJavaRDD()
                .map(value -> new Tuple2<>((Long) value._1(), (Double) value._2()))
                .rdd(),
            Encoders.tuple(Encoders.LONG(), Encoders.DOUBLE()))
        .toDF("number", name);
  }
}
