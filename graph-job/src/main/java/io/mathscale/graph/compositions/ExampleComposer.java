package io.mathscale.graph.compositions;

import io.mathscale.core.data.Composition;
import io.mathscale.core.identity.StableHash;
import io.mathscale.graph.examples.ExampleChoice;
import io.mathscale.graph.examples.ExampleIndex;
import io.mathscale.graph.examples.ExampleSearch;
import io.mathscale.graph.walks.Composer;
import io.mathscale.graph.walks.TopicPoints;
import io.mathscale.graph.walks.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.apache.spark.broadcast.Broadcast;

/** Chooses the examples of each composition, and counts what is in the compositions. */
public final class ExampleComposer implements Composer {
  private final ExampleIndex seeds;
  private final ExampleSearch search;
  private final ExampleChoice choice;
  private final CompositionTally tally;
  private final int topics;
  private final TopicPoints points;

  private ExampleComposer(
      ExampleIndex seeds,
      ExampleChoice choice,
      CompositionTally tally,
      int topics,
      TopicPoints points) {
    this.seeds = seeds;
    this.search = new ExampleSearch(seeds, choice.pool());
    this.choice = choice;
    this.tally = tally;
    this.topics = topics;
    this.points = points;
  }

  /**
   * Makes composers over one graph.
   *
   * @param examples the seeds that can be shown
   * @param choice how many, of how many nearest ones
   * @param tally counts the compositions
   * @param topics topics of the graph
   * @param points the knowledge points of each topic; empty: how far concepts belong together is
   *     not measured
   */
  public static Composer.Factory factory(
      Broadcast<ExampleIndex> examples,
      ExampleChoice choice,
      CompositionTally tally,
      int topics,
      Optional<Broadcast<TopicPoints>> points) {
    return new Factory(examples, choice, tally, topics, points.orElse(null));
  }

  private record Factory(
      Broadcast<ExampleIndex> examples,
      ExampleChoice choice,
      CompositionTally tally,
      int topics,
      Broadcast<TopicPoints> points)
      implements Composer.Factory {
    @Override
    public Composer create() {
      return new ExampleComposer(
          examples.value(), choice, tally, topics, points == null ? null : points.value());
    }
  }

  @Override
  public Composition compose(long position, Walk walk, IntFunction<String> names) {
    long hash = walk.hash(ExampleChoice.SALT);
    int[] nearest = search.nearest(walk.knowledgePoints(), hash);
    List<String> shown = new ArrayList<>();
    for (int seed : choice.of(nearest, hash)) {
      tally.countExample(seed);
      shown.add(seeds.id(seed));
    }

    Coherence coherence = points == null ? Coherence.NONE : Coherence.of(walk, points);
    tally.count(walk, !seeds.hasSeedOf(walk.knowledgePoints()), coherence);
    return new Composition(
        id(walk, names),
        Math.toIntExact(position / topics),
        names(walk.topics(), names),
        names(walk.knowledgePoints(), names),
        shown);
  }

  /**
   * The id of a composition: a hash of its topics and its knowledge points, whatever their order.
   */
  private static String id(Walk walk, IntFunction<String> names) {
    // Numbers of concepts are in the order of their names.
    int[] concepts = walk.sorted();
    Object[] parts = new Object[1 + concepts.length];
    parts[0] = walk.topics().length;
    for (int i = 0; i < concepts.length; i++) {
      parts[1 + i] = names.apply(concepts[i]);
    }

    return StableHash.contentId(parts);
  }

  private static List<String> names(int[] concepts, IntFunction<String> names) {
    List<String> listed = new ArrayList<>(concepts.length);
    for (int concept : concepts) {
      listed.add(names.apply(concept));
    }

    return listed;
  }
}
