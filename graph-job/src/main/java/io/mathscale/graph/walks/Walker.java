package io.mathscale.graph.walks;

import io.mathscale.core.config.ComposeConfig.Cover;
import io.mathscale.core.data.Concept;
import io.mathscale.graph.network.ConceptIndex;
import java.io.Serializable;
import java.util.List;

/**
 * Walks the concept graph from every topic, epoch after epoch. Each walk is a function of the run's
 * seed, its epoch and its start topic alone.
 */
public final class Walker implements Serializable {
  private static final long serialVersionUID = 1L;

  private final ConceptIndex concepts;
  private final WalkMethod method;
  private final WalkRules rules;

  /** What the randomness of each start topic's walks begins with. */
  private final long[] origins;

  private Walker(ConceptIndex concepts, WalkMethod method, WalkRules rules, long[] origins) {
    this.concepts = concepts;
    this.method = method;
    this.rules = rules;
    this.origins = origins;
  }

  /** A walker in the paper's way, by these rules. */
  public static Walker on(WalkGraph graph, WalkRules rules) {
    return of(graph.concepts(), new PaperWalk(graph), rules);
  }

  /**
   * A walker of coherent walks, by these rules.
   *
   * @param nodes all nodes of the graph, in any order
   * @param arcs the arcs of all its edges
   * @param cover whether concepts that walks come to seldom are favoured
   */
  public static Walker coherent(
      ConceptIndex concepts, List<Concept> nodes, GraphArcs arcs, Cover cover, WalkRules rules) {
    CoherentGraph graph = CoherentGraph.of(concepts, nodes, arcs);
    double[] favours =
        switch (cover) {
          case OFF -> CoherentWalk.noFavours(concepts.size());
          case EVEN -> EvenCover.favours(concepts, graph, rules);
        };
    return of(concepts, new CoherentWalk(graph, favours), rules);
  }

  /** A walker over these concepts by this method. */
  static Walker of(ConceptIndex concepts, WalkMethod method, WalkRules rules) {
    long[] origins = new long[concepts.topics()];
    for (int topic = 0; topic < origins.length; topic++) {
      origins[topic] = rules.origin(concepts.name(topic));
    }

    return new Walker(concepts, method, rules, origins);
  }

  /** The name of a concept that it walks over. */
  String name(int concept) {
    return concepts.name(concept);
  }

  /** The rules that it walks by. */
  WalkRules rules() {
    return rules;
  }

  /** The walk at a position: epoch times number of topics, plus start topic. */
  Walk walkAt(long position) {
    return walk(position / origins.length, (int) (position % origins.length));
  }

  /** The walk of an epoch from a topic. */
  Walk walk(long epoch, int start) {
    return method.walk(start, rules.plan(origins[start], epoch));
  }
}
