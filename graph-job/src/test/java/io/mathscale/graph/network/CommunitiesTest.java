package io.mathscale.graph.network;

import static io.mathscale.graph.GraphTestData.edges;
import static io.mathscale.graph.GraphTestData.topics;
import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.spark.SparkExtension;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class CommunitiesTest {
  /** Two triangles of heavy edges, 0 1 2 and 3 4 5, that a light edge joins. */
  @Test
  void aLightEdgeKeepsTwoCommunitiesApart(SparkSession spark) {
    Dataset<WeightedEdge> edges =
        edges(
            spark,
            new WeightedEdge(0, 1, 5),
            new WeightedEdge(0, 2, 5),
            new WeightedEdge(1, 2, 5),
            new WeightedEdge(2, 3, 1),
            new WeightedEdge(3, 4, 5),
            new WeightedEdge(3, 5, 5),
            new WeightedEdge(4, 5, 5));

    Map<Long, Long> communities = new TreeMap<>();
    Communities.of(topics(spark, 6), edges)
        .collectAsList()
        .forEach(row -> communities.put(row.getLong(0), row.getLong(1)));

    assertThat(communities)
        .isEqualTo(new TreeMap<>(Map.of(0L, 0L, 1L, 0L, 2L, 0L, 3L, 3L, 4L, 3L, 5L, 3L)));
  }
}
