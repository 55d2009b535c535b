package io.mathscale.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mathscale.core.data.ConceptKind;
import io.mathscale.core.spark.SparkExtension;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class ConceptGraphTest {
  /** 0 - 1 - 2 in a row, 3 - 4, and 5 alone. */
  @Test
  void measuresNodesByHand(SparkSession spark) {
    List<NumberedConcept> concepts =
        LongStream.range(0, 6)
            .mapToObj(
                number ->
                    new NumberedConcept(number, ConceptKind.TOPIC, "" + number, "" + number, 1))
            .toList();
    List<NumberedEdge> edges =
        List.of(new NumberedEdge(0, 1, 5), new NumberedEdge(1, 2, 1), new NumberedEdge(3, 4, 1));

    List<NodeMeasure> measures =
        ConceptGraph.of(
                spark.createDataset(concepts, NumberedConcept.ENCODER),
                spark.createDataset(edges, NumberedEdge.ENCODER))
            .measures()
            .collectAsList()
            .stream()
            .sorted(Comparator.comparingLong(NodeMeasure::number))
            .toList();

    assertThat(measures).extracting(NodeMeasure::degree).containsExactly(1L, 2L, 1L, 1L, 1L, 0L);
    assertThat(measures).extracting(NodeMeasure::component).containsExactly(0L, 0L, 0L, 3L, 3L, 5L);

    // Each hears itself as loudly as its loudest neighbour, and of equals takes the smallest label.
    assertThat(measures).extracting(NodeMeasure::community).containsExactly(0L, 0L, 0L, 3L, 3L, 5L);

    // The node that leads nowhere keeps its restart share u; a pair keeps u / 0.15 each; in the row
    // r1 = u + 0.85 (r0 + r2) and r0 = r2 = u + 0.425 r1, so r1 = 2.7 u / 0.2775.
    double restart = measures.get(5).pageRank();
    double middle = 2.7 / 0.2775 * restart;
    assertThat(measures.get(3).pageRank()).isCloseTo(restart / 0.15, within(0.01));
    assertThat(measures.get(1).pageRank()).isCloseTo(middle, within(0.01));
    assertThat(measures.get(0).pageRank()).isCloseTo(restart + 0.425 * middle, within(0.01));
    assertThat(measures.stream().mapToDouble(NodeMeasure::pageRank).sum())
        .isCloseTo(1, within(1e-8));
  }
}
