package io.mathscale.graph.walks;

import java.util.Arrays;

/**
 * A walk whose topics all contribute a knowledge point, and whose knowledge points are near all
 * concepts before them (our own; in the paper's walk the points come from the last topic alone).
 *
 * <p>It steps among topics as the paper does, but seldom to topics that are everywhere: the chance
 * of a neighbour is {@code w / sqrt(seeds that hold it)}. Then each topic in turn gives a knowledge
 * point, and after that topics drawn among them, until there are as many as the paper's walk would
 * pass, at least one a topic. A point is drawn in two steps: some of the topic's points by {@code w
 * / sqrt(seeds)}, then one of these by the product of its affinities to all concepts of the walk.
 */
final class CoherentWalk implements WalkMethod {
  private static final long serialVersionUID = 1L;

  /** Points that are drawn for each one that is taken: more come nearer, and vary less. */
  private static final int CANDIDATES = 8;

  private final CoherentGraph graph;
  private final Neighbours topicSteps;
  private final Neighbours points;

  /**
   * Walks over a graph.
   *
   * @param favours what the chances of each concept are multiplied by, by its number; more than 0
   */
  CoherentWalk(CoherentGraph graph, double[] favours) {
    this.graph = graph;
    this.topicSteps = steps(graph.topicSteps(), favours);
    this.points = steps(graph.points(), favours);
  }

  /** The favours under which no concept of so many is favoured. */
  static double[] noFavours(int concepts) {
    double[] favours = new double[concepts];
    Arrays.fill(favours, 1);
    return favours;
  }

  private Neighbours steps(SortedArcs arcs, double[] favours) {
    return Adjacency.of(
        arcs,
        place -> {
          int target = arcs.neighbours().item(place);
          return arcs.weight(place) * favours[target] / graph.affinity().root(target);
        });
  }

  @Override
  public Walk walk(int start, WalkPlan plan) {
    int most = 1 + plan.topicSteps() + Math.max(plan.topicSteps(), plan.knowledgePointSteps()) + 1;
    Path path = new Path(most);
    path.add(start);
    boolean isWhole = addTopics(path, plan);
    int topics = path.count;
    int[] owners = Arrays.stream(path.concepts, 0, topics).filter(graph::isOwner).toArray();
    int wanted = owners.length == 0 ? 0 : Math.max(topics, 1 + plan.knowledgePointSteps());
    isWhole &= owners.length > 0;
    for (int i = 0; i < wanted; i++) {
      int owner =
          i < owners.length ? owners[i] : owners[AliasTable.place(plan.draw(), owners.length)];
      isWhole &= path.add(point(owner, path, plan));
    }

    return new Walk(path.part(0, topics), path.part(topics, path.count), isWhole);
  }

  private boolean addTopics(Path path, WalkPlan plan) {
    int at = path.concepts[0];
    for (int step = 0; step < plan.topicSteps(); step++) {
      at = topicSteps.step(at, plan.draw());
      if (at == Neighbours.NONE) {
        return false;
      }

      path.add(at);
    }

    return true;
  }

  /** A knowledge point of a topic that the walk does not have, or none. */
  private int point(int topic, Path path, WalkPlan plan) {
    int[] candidates = new int[CANDIDATES];
    double[] ends = new double[CANDIDATES];
    double sum = 0;
    for (int i = 0; i < CANDIDATES; i++) {
      candidates[i] = points.step(topic, plan.draw());
      sum += path.has(candidates[i]) ? 0 : affinity(candidates[i], topic, path);
      ends[i] = sum;
    }

    double chosen = plan.draw() * sum;
    for (int i = 0; i < CANDIDATES; i++) {
      if (chosen < ends[i]) {
        return candidates[i];
      }
    }

    return Neighbours.NONE;
  }

  /** To all concepts of the walk but the topic, whose chances the draw had in it. */
  private double affinity(int point, int topic, Path path) {
    double product = 1;
    for (int i = 0; i < path.count; i++) {
      product *= path.concepts[i] == topic ? 1 : graph.affinity().of(path.concepts[i], point);
    }

    return product;
  }

  /** The distinct concepts of a walk, topics first. */
  private static final class Path {
    private final int[] concepts;
    private int count;

    Path(int most) {
      this.concepts = new int[most];
    }

    boolean has(int concept) {
      for (int i = 0; i < count; i++) {
        if (concepts[i] == concept) {
          return true;
        }
      }

      return false;
    }

    /** Adds a concept that it does not have; says whether there was one to add. */
    boolean add(int concept) {
      if (concept == Neighbours.NONE) {
        return false;
      }

      if (!has(concept)) {
        concepts[count++] = concept;
      }

      return true;
    }

    int[] part(int from, int to) {
      return Arrays.copyOfRange(concepts, from, to);
    }
  }
}
