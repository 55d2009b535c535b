package io.mathscale.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.data.ConceptKind;
import io.mathscale.core.spark.SparkExtension;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class CommunitiesTest {
  /** Two triangles of heavy edges, 0 1 2 and 3 4 5, that a light edge joins. */
  @Test
  void aLightEdgeKeepsTwoCommunitiesApart(SparkSession spark) {
    List<NumberedConcept> concepts =
        LongStream.range(0, 6)
            .mapToObj(
                number ->
                    new NumberedConcept(number, ConceptKind.TOPIC, "" + number, "" + number, 1))
            .toList();
    List<NumberedEdge> edges =
        List.of(
            new NumberedEdge(0, 1, 5),
            new NumberedEdge(0, 2, 5),
            new NumberedEdge(1, 2, 5),
            new NumberedEdge(2, 3, 1),
            new NumberedEdge(3, 4, 5),
            new NumberedEdge(3, 5, 5),
            new NumberedEdge(4, 5, 5));

    Map<Long, Long> communities = new TreeMap<>();
    Communities.of(
            spark.createDataset(concepts, NumberedConcept.ENCODER),
            spark.createDataset(edges, NumberedEdge.ENCODER))
        .collectAsList()
        .forEach(row -> communities.put(row.getLong(0), row.getLong(1)));

    assertThat(communities)
        .isEqualTo(new TreeMap<>(Map.of(0L, 0L, 1L, 0L, 2L, 0L, 3L, 3L, 4L, 3L, 5L, 3L)));
  }
}
