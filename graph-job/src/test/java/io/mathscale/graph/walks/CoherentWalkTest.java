package io.mathscale.graph.walks;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.config.ComposeConfig.Cover;
import io.mathscale.core.config.ComposeConfig.DeadEnds;
import io.mathscale.core.config.ComposeConfig.Revisits;
import io.mathscale.core.config.IntRange;
import io.mathscale.core.data.Concept;
import io.mathscale.core.data.ConceptEdge;
import io.mathscale.core.data.ConceptKind;
import io.mathscale.core.data.EdgeKind;
import io.mathscale.graph.network.ConceptIndex;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CoherentWalkTest {
  /** Seeds as "topics | knowledge points"; Proofs has no knowledge point. */
  private static final List<String> SEEDS =
      List.of(
          "Geometry,Algebra | area,equations",
          "Geometry | area,angles,circles",
          "Geometry | angles,triangles",
          "Geometry,Numbers | area,divisors",
          "Algebra | equations,roots",
          "Algebra | equations,factors",
          "Algebra,Numbers | factors,divisors",
          "Numbers | divisors,primes",
          "Numbers | primes,remainders",
          "Counting,Numbers | primes,choices",
          "Counting | choices,orders",
          "Proofs,Numbers | ");

  private static final Graph GRAPH = Graph.of(SEEDS);

  @Test
  void everyTopicThatHasKnowledgePointsContributesOne() {
    TopicPoints points = TopicPoints.of(GRAPH.arcs());
    for (Walk walk : walks(GRAPH, Cover.OFF, 42, 2_000)) {
      for (int topic : walk.topics()) {
        if (!GRAPH.concepts.name(topic).equals("Proofs")) {
          assertThat(Arrays.stream(walk.knowledgePoints()).boxed())
              .as("points of topic %s in %s", GRAPH.concepts.name(topic), GRAPH.names(walk))
              .anyMatch(point -> points.has(topic, point));
        }
      }
    }
  }

  @Test
  void noWalkStepsToATopicWithoutKnowledgePoints() {
    int proofs = GRAPH.concepts.byName(ConceptKind.TOPIC).get("Proofs");

    assertThat(walks(GRAPH, Cover.OFF, 42, 2_000))
        .allSatisfy(
            walk -> assertThat(Arrays.stream(walk.topics()).skip(1)).doesNotContain(proofs));
  }

  @Test
  void conceptsAreListedOnceAndPointsComeFromTheTopicsOfTheWalk() {
    TopicPoints points = TopicPoints.of(GRAPH.arcs());

    assertThat(walks(GRAPH, Cover.OFF, 7, 2_000))
        .allSatisfy(
            walk -> {
              assertThat(walk.sorted()).doesNotHaveDuplicates();
              assertThat(walk.knowledgePoints().length).isLessThanOrEqualTo(5);
              assertThat(Arrays.stream(walk.knowledgePoints()).boxed())
                  .allMatch(
                      point -> Arrays.stream(walk.topics()).anyMatch(t -> points.has(t, point)));
            });
  }

  @Test
  void pointsAreMoreOftenNearEachOtherThanChanceWouldHaveThem() {
    // Two topics whose points fall into two groups that no seed joins.
    Graph grouped =
        Graph.of(
            List.of(
                "A,B | a1,b1",
                "A,B | a1,b1",
                "A,B | a2,b2",
                "A,B | a2,b2",
                "A | a1,a2",
                "B | b1,b2"));
    long near = 0;
    long far = 0;
    for (Walk walk : walks(grouped, Cover.OFF, 42, 4_000)) {
      String names = grouped.names(walk);
      if (walk.knowledgePoints().length == 2) {
        near += names.contains("a1 b1") || names.contains("a2 b2") ? 1 : 0;
        near += names.contains("b1 a1") || names.contains("b2 a2") ? 1 : 0;
        far += names.contains("a1 b2") || names.contains("a2 b1") ? 1 : 0;
        far += names.contains("b2 a1") || names.contains("b1 a2") ? 1 : 0;
      }
    }

    assertThat(near).isGreaterThan(4 * far);
  }

  @Test
  void aWalkIsAFunctionOfSeedEpochAndTopic() {
    assertThat(walks(GRAPH, Cover.EVEN, 42, 300).stream().map(GRAPH::names))
        .isEqualTo(walks(GRAPH, Cover.EVEN, 42, 300).stream().map(GRAPH::names).toList())
        .isNotEqualTo(walks(GRAPH, Cover.EVEN, 43, 300).stream().map(GRAPH::names).toList());
  }

  @Test
  void anEvenCoverUsesSeldomConceptsMoreOften() {
    // One point that is in nearly all seeds, and eight that are in one.
    List<String> seeds = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      seeds.add("A,B | common,rare" + i);
      seeds.add("A | common");
      seeds.add("B | common");
    }

    Graph skewed = Graph.of(seeds);

    assertThat(leastUse(skewed, Cover.EVEN)).isGreaterThan(leastUse(skewed, Cover.OFF));
    assertThat(mostUse(skewed, Cover.EVEN)).isLessThan(mostUse(skewed, Cover.OFF));
  }

  @Test
  void aTopicAloneWithoutPointsMakesNoComposition() {
    Graph alone = Graph.of(List.of("A | ", "B | b"));

    assertThat(walks(alone, Cover.OFF, 42, 20))
        .filteredOn(walk -> alone.concepts.name(walk.topics()[0]).equals("A"))
        .isNotEmpty()
        .noneMatch(walk -> walk.hasBoth() || walk.isWhole());
  }

  private static long leastUse(Graph graph, Cover cover) {
    return pointUses(graph, cover).values().stream().mapToLong(Long::longValue).min().orElse(0);
  }

  private static long mostUse(Graph graph, Cover cover) {
    return pointUses(graph, cover).values().stream().mapToLong(Long::longValue).max().orElse(0);
  }

  private static Map<Integer, Long> pointUses(Graph graph, Cover cover) {
    Map<Integer, Long> uses = new TreeMap<>();
    for (Walk walk : walks(graph, cover, 42, 4_000)) {
      for (int point : walk.knowledgePoints()) {
        uses.merge(point, 1L, Long::sum);
      }
    }

    return uses;
  }

  private static List<Walk> walks(Graph graph, Cover cover, long seed, int count) {
    WalkRules rules =
        new WalkRules(new IntRange(1, 2), new IntRange(0, 4), DeadEnds.KEEP, Revisits.PASS, seed);
    Walker walker = Walker.coherent(graph.concepts, graph.nodes, graph.arcs(), cover, rules);
    List<Walk> walks = new ArrayList<>();
    for (int position = 0; position < count; position++) {
      walks.add(walker.walkAt(position));
    }

    return walks;
  }

  /** A concept graph of seeds. */
  private record Graph(ConceptIndex concepts, List<Concept> nodes, List<ConceptEdge> edges) {
    static Graph of(List<String> seeds) {
      Map<String, Long> nodes = new TreeMap<>();
      Map<String, Long> edges = new TreeMap<>();
      for (String seed : seeds) {
        String[] sides = seed.split(" \\| ?", -1);
        List<String> held = new ArrayList<>();
        Arrays.stream(sides[0].split(",")).forEach(name -> held.add("T:" + name));
        Arrays.stream(sides[1].split(","))
            .filter(name -> !name.isEmpty())
            .forEach(name -> held.add("p:" + name));
        held.forEach(name -> nodes.merge(name, 1L, Long::sum));
        for (String one : held) {
          for (String other : held) {
            if (one.compareTo(other) < 0) {
              edges.merge(one + "\t" + other, 1L, Long::sum);
            }
          }
        }
      }

      List<Concept> concepts =
          nodes.entrySet().stream()
              .map(
                  node ->
                      new Concept(
                          node.getKey().substring(2),
                          kind(node.getKey()),
                          node.getValue(),
                          1,
                          0,
                          0,
                          0))
              .toList();
      return new Graph(
          ConceptIndex.of(concepts),
          concepts,
          edges.entrySet().stream().map(edge -> edge(edge.getKey(), edge.getValue())).toList());
    }

    GraphArcs arcs() {
      return GraphArcs.of(concepts, edges);
    }

    String names(Walk walk) {
      StringBuilder names = new StringBuilder();
      Arrays.stream(walk.topics()).forEach(each -> names.append(concepts.name(each)).append(' '));
      Arrays.stream(walk.knowledgePoints())
          .forEach(each -> names.append(concepts.name(each)).append(' '));
      return names.toString();
    }

    private static ConceptKind kind(String name) {
      return name.startsWith("T:") ? ConceptKind.TOPIC : ConceptKind.KNOWLEDGE_POINT;
    }

    private static ConceptEdge edge(String ends, long weight) {
      String[] names = ends.split("\t");
      EdgeKind kind =
          kind(names[1]) == ConceptKind.TOPIC
              ? EdgeKind.TOPIC_TOPIC
              : kind(names[0]) == ConceptKind.TOPIC
                  ? EdgeKind.TOPIC_KNOWLEDGE_POINT
                  : EdgeKind.KNOWLEDGE_POINT_KNOWLEDGE_POINT;
      return new ConceptEdge(
          kind,
          names[0].substring(2),
          names[1].substring(2),
          weight,
          StrictMath.log(weight + 1e-5));
    }
  }
}
