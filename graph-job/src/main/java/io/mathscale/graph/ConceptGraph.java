package io.mathscale.graph;

import static org.apache.spark.sql.functions.col;

import io.mathscale.core.workspace.Tables;
import io.mathscale.core.workspace.Workspace;
import io.mathscale.graph.network.ConceptNode;
import io.mathscale.graph.network.ConceptNodes;
import io.mathscale.graph.network.WeightedEdge;
import io.mathscale.graph.network.WeightedEdges;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.graphx.Edge;
import org.apache.spark.graphx.Graph;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;

/**
 * The concept graph of a workspace, for other programs and notebooks: as rows, and in GraphX with
 * its algorithms. The only class that touches GraphX.
 */
public final class ConceptGraph implements AutoCloseable {
  /**
   * Edges in a partition, at the most. The number of partitions follows the graph and not the
   * cluster, so that sums are taken in the same order everywhere.
   */
  private static final long EDGES_IN_PARTITION = 1_000_000;

  private static final ClassTag<String> NAME = ClassTag$.MODULE$.apply(String.class);
  private static final ClassTag<Long> WEIGHT = ClassTag$.MODULE$.apply(Long.class);

  private final Dataset<ConceptNode> nodes;
  private final Dataset<WeightedEdge> edges;
  private final Graph<String, Long> graph;

  private ConceptGraph(
      Dataset<ConceptNode> nodes, Dataset<WeightedEdge> edges, Graph<String, Long> graph) {
    this.nodes = nodes;
    this.edges = edges;
    this.graph = graph;
  }

  /**
   * The graph that {@code build} wrote.
   *
   * @param spark session whose executors hold the graph
   * @param workspace folder of the tables, any Hadoop URI
   * @return the graph; Spark reads it when it is first used
   * @throws io.mathscale.core.config.ConfigException when no graph stands there
   */
  public static ConceptGraph load(SparkSession spark, String workspace) {
    Workspace tables = Workspace.at(spark, workspace);
    Dataset<ConceptNode> nodes = ConceptNodes.of(tables.read(Tables.NODES));
    Dataset<WeightedEdge> edges = WeightedEdges.of(tables.read(Tables.EDGES), nodes);
    long count = tables.manifest(Tables.EDGES.name()).orElseThrow().rows();
    return of(nodes, edges, count);
  }

  /** The graph of these nodes and so many edges. */
  static ConceptGraph of(Dataset<ConceptNode> nodes, Dataset<WeightedEdge> edges, long count) {
    int partitions = Math.toIntExact(1 + count / EDGES_IN_PARTITION);
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
        nodes
            .repartition(partitions, col("number"))
            .sortWithinPartitions("number")
            .javaRDD()
            .map(node -> new Tuple2<>(node.number(), node.name()));
    Graph<String, Long> graph =
        Graph.apply(
            vertices.rdd(),
            bothWays.rdd(),
            "",
            StorageLevel.MEMORY_AND_DISK(),
            StorageLevel.MEMORY_AND_DISK(),
            NAME,
            WEIGHT);
    return new ConceptGraph(nodes, edges, graph);
  }

  /**
   * The nodes with their numbers, by which components and communities go in table {@code
   * graph/nodes}, too.
   */
  public Dataset<ConceptNode> nodes() {
    return nodes;
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

  /** Releases what executors keep of the graph; it is made anew where it is used again. */
  @Override
  public void close() {
    graph.unpersist(false);
  }
}
