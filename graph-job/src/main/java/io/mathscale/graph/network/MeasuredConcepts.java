package io.mathscale.graph.network;

import io.mathscale.core.data.Concept;
import io.mathscale.graph.concepts.ConceptFrequency;
import java.util.List;
import java.util.stream.IntStream;

/** The nodes of the concept graph with their degree, component, community and PageRank. */
public final class MeasuredConcepts {
  private MeasuredConcepts() {}

  /** These concepts, which are numbered by their places, as nodes of the graph between them. */
  public static List<Concept> of(List<ConceptFrequency> concepts, ConceptNetwork network) {
    int[] degrees = network.degrees();
    int[] components = Components.of(network);
    int[] communities = Communities.of(network);
    double[] ranks = PageRanks.of(network, degrees);
    return IntStream.range(0, concepts.size())
        .mapToObj(
            number ->
                new Concept(
                    concepts.get(number).name(),
                    concepts.get(number).kind(),
                    concepts.get(number).seeds(),
                    degrees[number],
                    components[number],
                    communities[number],
                    ranks[number]))
        .toList();
  }
}
