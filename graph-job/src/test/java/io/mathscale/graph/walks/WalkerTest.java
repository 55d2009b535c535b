package io.mathscale.graph.walks;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.config.ComposeConfig.DeadEnds;
import io.mathscale.core.config.ComposeConfig.Revisits;
import io.mathscale.core.config.IntRange;
import io.mathscale.core.data.Concept;
import io.mathscale.core.data.ConceptEdge;
import io.mathscale.core.data.ConceptKind;
import io.mathscale.core.data.EdgeKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class WalkerTest {
  private static final IntRange TOPIC_STEPS = new IntRange(1, 2);
  private static final IntRange KNOWLEDGE_POINT_STEPS = new IntRange(0, 4);

  /** D has no other topic beside it, z no other knowledge point, and C no knowledge point. */
  private static final List<ConceptEdge> EDGES =
      List.of(
          edge(EdgeKind.TOPIC_TOPIC, "A", "B", 3),
          edge(EdgeKind.TOPIC_TOPIC, "A", "C", 1),
          edge(EdgeKind.TOPIC_TOPIC, "B", "C", 5),
          edge(EdgeKind.TOPIC_KNOWLEDGE_POINT, "A", "w", 2),
          edge(EdgeKind.TOPIC_KNOWLEDGE_POINT, "A", "x", 1),
          edge(EdgeKind.TOPIC_KNOWLEDGE_POINT, "B", "y", 4),
          edge(EdgeKind.TOPIC_KNOWLEDGE_POINT, "B", "z", 1),
          edge(EdgeKind.TOPIC_KNOWLEDGE_POINT, "D", "z", 1),
          edge(EdgeKind.KNOWLEDGE_POINT_KNOWLEDGE_POINT, "w", "x", 6),
          edge(EdgeKind.KNOWLEDGE_POINT_KNOWLEDGE_POINT, "w", "y", 1),
          edge(EdgeKind.KNOWLEDGE_POINT_KNOWLEDGE_POINT, "x", "y", 2));

  private static final List<Concept> NODES =
      List.of(
          topic("A"),
          topic("B"),
          topic("C"),
          topic("D"),
          point("w"),
          point("x"),
          point("y"),
          point("z"));

  private static final WalkGraph GRAPH = WalkGraph.of(NODES, EDGES, rules(Revisits.PASS, 42));

  /**
   * The chance of every composition is worked out from the edges by the paper's formulas alone:
   * equation 2 for each step, and each number of steps equally likely.
   */
  @Test
  void compositionsAreAsFrequentAsThePaperSays() {
    for (String start : List.of("A", "B", "C", "D")) {
      Map<String, Double> chances = chances(start, Revisits.PASS);
      Map<String, Long> counts = counts(start, 100_000);

      assertThat(chances.values().stream().mapToDouble(Double::doubleValue).sum())
          .isBetween(1 - 1e-9, 1 + 1e-9);
      assertThat(ChiSquare.statistic(counts, chances))
          .as("start topic %s", start)
          .isLessThan(ChiSquare.limit(Math.max(2, chances.size())));
    }
  }

  /** The same, where each step is among the neighbours alone that are not visited yet. */
  @Test
  void walksThatAvoidRevisitsChooseAmongTheOthersByTheirWeights() {
    WalkRules avoiding = rules(Revisits.AVOID, 42);
    Walker walker = Walker.on(WalkGraph.of(NODES, EDGES, avoiding), avoiding);
    for (String start : List.of("A", "B", "C", "D")) {
      Map<String, Double> chances = chances(start, Revisits.AVOID);
      Map<String, Long> counts = counts(walker, start, 100_000);

      assertThat(ChiSquare.statistic(counts, chances))
          .as("start topic %s", start)
          .isLessThan(ChiSquare.limit(Math.max(2, chances.size())));
    }
  }

  /** From C to A and B in some order, then w, x and y in some order, or z: and no further. */
  @Test
  void aWalkThatAvoidsRevisitsEndsWhereNoneIsLeft() {
    WalkRules avoiding =
        new WalkRules(new IntRange(2, 2), new IntRange(3, 3), DeadEnds.KEEP, Revisits.AVOID, 42);
    Walker walker = Walker.on(WalkGraph.of(NODES, EDGES, avoiding), avoiding);
    for (int epoch = 0; epoch < 1_000; epoch++) {
      Walk walk = walker.walk(epoch, 2);

      assertThat(walk.topics()).hasSize(3);
      assertThat(walk.isWhole()).isFalse();
      assertThat(names(walk.knowledgePoints())).isIn(Set.of("w", "x", "y"), Set.of("z"));
    }
  }

  @Test
  void aTopicWithoutNeighboursMakesNoComposition() {
    assertThat(counts("D", 1_000)).containsOnlyKeys("dead end");
  }

  @Test
  void aKnowledgePointWithoutNeighboursEndsTheWalkThere() {
    assertThat(counts("C", 1_000).keySet()).anyMatch(walk -> walk.endsWith("[z]"));
  }

  @Test
  void aWalkIsAFunctionOfSeedEpochAndTopic() {
    Walker walker = walker(GRAPH, 42);
    Walker same = walker(GRAPH, 42);
    Walker other = walker(GRAPH, 43);

    assertThat(listed(walker, 100, 0)).isEqualTo(listed(same, 100, 0));
    assertThat(listed(walker, 100, 0)).isNotEqualTo(listed(other, 100, 0));
    assertThat(listed(walker, 100, 0)).isNotEqualTo(listed(walker, 100, 1));
  }

  /** One step in each sub-graph, so that where each led can be read from the walk. */
  @Test
  void stepsInEachSubGraphAreAsFrequentAsTheirWeights() {
    WalkRules oneStepEach =
        new WalkRules(new IntRange(1, 1), new IntRange(1, 1), DeadEnds.KEEP, Revisits.PASS, 42);
    Walker walker = Walker.on(GRAPH, oneStepEach);
    Map<String, Map<String, Long>> counts = new HashMap<>();
    for (int epoch = 0; epoch < 100_000; epoch++) {
      for (int start = 0; start < 3; start++) {
        Walk walk = walker.walk(epoch, start);
        count(counts, "topics from " + GRAPH.concepts().name(start), walk.topics()[1]);
        String last = GRAPH.concepts().name(walk.topics()[1]);
        if (walk.knowledgePoints().length > 0) {
          String first = GRAPH.concepts().name(walk.knowledgePoints()[0]);
          count(counts, "knowledge points of topic " + last, walk.knowledgePoints()[0]);
          if (walk.knowledgePoints().length > 1) {
            count(counts, "knowledge points from " + first, walk.knowledgePoints()[1]);
          }
        }
      }
    }

    assertThat(counts.keySet())
        .containsExactlyInAnyOrder(
            "topics from A",
            "topics from B",
            "topics from C",
            "knowledge points of topic A",
            "knowledge points of topic B",
            "knowledge points from w",
            "knowledge points from x",
            "knowledge points from y");
    counts.forEach(
        (from, ofStep) -> {
          EdgeKind kind =
              from.startsWith("topics")
                  ? EdgeKind.TOPIC_TOPIC
                  : from.contains("topic")
                      ? EdgeKind.TOPIC_KNOWLEDGE_POINT
                      : EdgeKind.KNOWLEDGE_POINT_KNOWLEDGE_POINT;
          Map<String, Double> chances = next(kind, from.substring(from.length() - 1));
          assertThat(ChiSquare.statistic(ofStep, chances))
              .as(from)
              .isLessThan(ChiSquare.limit(chances.size()));
        });
  }

  @Test
  void aWalkThatIsCutShortCountsAsTheRulesSay() {
    WalkRules dropping =
        new WalkRules(TOPIC_STEPS, KNOWLEDGE_POINT_STEPS, DeadEnds.DROP, Revisits.PASS, 42);
    Walker keeper = walker(GRAPH, 42);
    Walker dropper = Walker.on(GRAPH, dropping);
    int cut = 0;
    for (int epoch = 0; epoch < 1_000; epoch++) {
      Walk walk = keeper.walk(epoch, 2);
      boolean hasEndedAtZ = names(walk.knowledgePoints()).contains("z");
      assertThat(keeper.rules().accept(walk)).isEqualTo(walk.hasBoth());
      assertThat(dropper.rules().accept(dropper.walk(epoch, 2)))
          .isEqualTo(walk.hasBoth() && walk.isWhole());
      cut += hasEndedAtZ && !walk.isWhole() ? 1 : 0;
    }

    assertThat(cut).isPositive();
  }

  private static void count(Map<String, Map<String, Long>> counts, String from, int to) {
    counts
        .computeIfAbsent(from, key -> new HashMap<>())
        .merge(GRAPH.concepts().name(to), 1L, Long::sum);
  }

  private static List<String> listed(Walker walker, int epochs, int topic) {
    List<String> walks = new ArrayList<>();
    for (int epoch = 0; epoch < epochs; epoch++) {
      walks.add(shown(walker.walk(epoch, topic)));
    }

    return walks;
  }

  private static Map<String, Long> counts(String start, int walks) {
    return counts(walker(GRAPH, 42), start, walks);
  }

  private static Map<String, Long> counts(Walker walker, String start, int walks) {
    Map<String, Long> counts = new HashMap<>();
    for (int epoch = 0; epoch < walks; epoch++) {
      counts.merge(shown(walker.walk(epoch, "ABCD".indexOf(start))), 1L, Long::sum);
    }

    return counts;
  }

  private static WalkRules rules(Revisits revisits, long seed) {
    return new WalkRules(TOPIC_STEPS, KNOWLEDGE_POINT_STEPS, DeadEnds.KEEP, revisits, seed);
  }

  private static Walker walker(WalkGraph graph, long seed) {
    return Walker.on(graph, rules(Revisits.PASS, seed));
  }

  private static String shown(Walk walk) {
    if (!walk.hasBoth()) {
      return "dead end";
    }

    return names(walk.topics()) + " " + names(walk.knowledgePoints());
  }

  private static Set<String> names(int[] concepts) {
    Set<String> names = new TreeSet<>();
    for (int concept : concepts) {
      names.add(GRAPH.concepts().name(concept));
    }

    return names;
  }

  private static Map<String, Double> chances(String start, Revisits revisits) {
    Map<String, Double> chances = new HashMap<>();
    for (int topicSteps = 1; topicSteps <= 2; topicSteps++) {
      for (int pointSteps = 0; pointSteps <= 4; pointSteps++) {
        spread(chances, revisits, List.of(start), List.of(), topicSteps, pointSteps, 1 / 10.0);
      }
    }

    return chances;
  }

  /** Follows every way on from here, with the steps still to take. */
  private static void spread(
      Map<String, Double> chances,
      Revisits revisits,
      List<String> topics,
      List<String> points,
      int topicSteps,
      int pointSteps,
      double chance) {
    boolean isAmongPoints = !points.isEmpty();
    if (isAmongPoints && pointSteps == 0) {
      end(chances, topics, points, chance);
      return;
    }

    EdgeKind kind =
        isAmongPoints
            ? EdgeKind.KNOWLEDGE_POINT_KNOWLEDGE_POINT
            : topicSteps > 0 ? EdgeKind.TOPIC_TOPIC : EdgeKind.TOPIC_KNOWLEDGE_POINT;
    List<String> walked = isAmongPoints ? points : topics;
    String here = walked.get(walked.size() - 1);
    Map<String, Double> next = next(kind, here);
    if (revisits == Revisits.AVOID) {
      next.keySet().removeAll(kind == EdgeKind.TOPIC_KNOWLEDGE_POINT ? List.of() : walked);
      double left = next.values().stream().mapToDouble(Double::doubleValue).sum();
      next.replaceAll((neighbour, share) -> share / left);
    }

    if (next.isEmpty()) {
      end(chances, topics, points, chance);
    }

    next.forEach(
        (neighbour, share) -> {
          switch (kind) {
            case TOPIC_TOPIC ->
                spread(
                    chances,
                    revisits,
                    with(topics, neighbour),
                    points,
                    topicSteps - 1,
                    pointSteps,
                    chance * share);
            case TOPIC_KNOWLEDGE_POINT ->
                spread(
                    chances, revisits, topics, List.of(neighbour), 0, pointSteps, chance * share);
            case KNOWLEDGE_POINT_KNOWLEDGE_POINT ->
                spread(
                    chances,
                    revisits,
                    topics,
                    with(points, neighbour),
                    0,
                    pointSteps - 1,
                    chance * share);
          }
        });
  }

  private static void end(
      Map<String, Double> chances, List<String> topics, List<String> points, double chance) {
    String composition =
        points.isEmpty() ? "dead end" : new TreeSet<>(topics) + " " + new TreeSet<>(points);
    chances.merge(composition, chance, Double::sum);
  }

  private static Map<String, Double> next(EdgeKind kind, String here) {
    Map<String, Double> next = new HashMap<>();
    for (ConceptEdge edge : EDGES) {
      if (edge.kind() == kind && edge.source().equals(here)) {
        next.put(edge.target(), Math.exp(edge.coOccurrence()));
      } else if (edge.kind() == kind && edge.target().equals(here)) {
        next.put(edge.source(), Math.exp(edge.coOccurrence()));
      }
    }

    double sum = next.values().stream().mapToDouble(Double::doubleValue).sum();
    next.replaceAll((neighbour, weight) -> weight / sum);
    return next;
  }

  private static List<String> with(List<String> walked, String next) {
    List<String> path = new ArrayList<>(walked);
    path.add(next);
    return path;
  }

  private static ConceptEdge edge(EdgeKind kind, String source, String target, long weight) {
    return new ConceptEdge(kind, source, target, weight, Math.log(weight + 1e-5));
  }

  private static Concept topic(String name) {
    return new Concept(name, ConceptKind.TOPIC, 1, 0, 0, 0, 0);
  }

  private static Concept point(String name) {
    return new Concept(name, ConceptKind.KNOWLEDGE_POINT, 1, 0, 0, 0, 0);
  }
}
