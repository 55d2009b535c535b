package io.mathscale.graph.walks;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.config.ComposeConfig.DeadEnds;
import io.mathscale.core.config.ComposeConfig.Revisits;
import io.mathscale.core.data.Concept;
import io.mathscale.core.data.ConceptEdge;
import io.mathscale.core.data.ConceptKind;
import io.mathscale.core.data.EdgeKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What holds for walks over any graph. */
class WalkerPropertiesTest {
  @Property(tries = 200, seed = "42")
  void walksKeepToTheirSubGraphs(
      @ForAll @IntRange(min = 1, max = 8) int topics,
      @ForAll @IntRange(min = 1, max = 12) int points,
      @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Concept> nodes = new ArrayList<>();
    List<ConceptEdge> edges = new ArrayList<>();
    for (int i = 0; i < topics; i++) {
      nodes.add(node("Topic " + i, ConceptKind.TOPIC));
      for (int j = 0; j < i; j++) {
        add(edges, EdgeKind.TOPIC_TOPIC, "Topic " + j, "Topic " + i, random);
      }

      for (int j = 0; j < points; j++) {
        add(edges, EdgeKind.TOPIC_KNOWLEDGE_POINT, "Topic " + i, "Point " + j, random);
      }
    }

    for (int i = 0; i < points; i++) {
      nodes.add(node("Point " + i, ConceptKind.KNOWLEDGE_POINT));
      for (int j = 0; j < i; j++) {
        add(edges, EdgeKind.KNOWLEDGE_POINT_KNOWLEDGE_POINT, "Point " + j, "Point " + i, random);
      }
    }

    WalkRules rules =
        new WalkRules(
            new io.mathscale.core.config.IntRange(1, 2),
            new io.mathscale.core.config.IntRange(0, 4),
            DeadEnds.KEEP,
            seed % 2 == 0 ? Revisits.PASS : Revisits.AVOID,
            seed);
    WalkGraph graph = WalkGraph.of(nodes, edges, rules);
    Walker walker = Walker.on(graph, rules);
    for (long position = 0; position < 20L * topics; position++) {
      Walk walk = walker.walkAt(position);
      List<String> walkedTopics = names(graph, walk.topics());
      List<String> walkedPoints = names(graph, walk.knowledgePoints());

      assertThat(walkedTopics)
          .startsWith(graph.concepts().name((int) (position % topics)))
          .hasSizeBetween(1, 3)
          .doesNotHaveDuplicates()
          .allMatch(name -> name.startsWith("Topic"));
      assertThat(walkedPoints)
          .hasSizeBetween(0, 5)
          .doesNotHaveDuplicates()
          .allMatch(name -> name.startsWith("Point"));
      if (!walkedPoints.isEmpty()) {
        assertThat(edgesBetween(edges, walkedTopics, List.of(walkedPoints.get(0)))).isNotEmpty();
      }
    }
  }

  private static Set<ConceptEdge> edgesBetween(
      List<ConceptEdge> edges, List<String> sources, List<String> targets) {
    Set<ConceptEdge> between = new HashSet<>(edges);
    between.removeIf(edge -> !sources.contains(edge.source()) || !targets.contains(edge.target()));
    return between;
  }

  private static List<String> names(WalkGraph graph, int[] concepts) {
    List<String> names = new ArrayList<>();
    for (int concept : concepts) {
      names.add(graph.concepts().name(concept));
    }

    return names;
  }

  private static void add(
      List<ConceptEdge> edges,
      EdgeKind kind,
      String source,
      String target,
      SplittableRandom random) {
    int weight = random.nextInt(6) - 2;
    if (weight > 0) {
      edges.add(new ConceptEdge(kind, source, target, weight, Math.log(weight + 1e-5)));
    }
  }

  private static Concept node(String name, ConceptKind kind) {
    return new Concept(name, kind, 1, 0, 0, 0, 0);
  }
}
