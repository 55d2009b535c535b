package io.mathscale.graph;

import io.mathscale.core.data.Composition;
import io.mathscale.core.identity.StableHash;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.apache.spark.broadcast.Broadcast;

/**
 * Makes compositions of walks: chooses their examples and counts what is in them as they are
 * written.
 */
final class Composing implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Broadcast<SeedExamples> examples;
  private final ExampleChoice choice;
  private final CompositionTally tally;
  private final int topics;

  /**
   * Over a graph of so many topics.
   *
   * @param examples the seeds that can be shown
   * @param choice how many, of how many nearest ones
   * @param tally counts the compositions
   * @param topics topics of the graph
   */
  Composing(
      Broadcast<SeedExamples> examples, ExampleChoice choice, CompositionTally tally, int topics) {
    this.examples = examples;
    this.choice = choice;
    this.tally = tally;
    this.topics = topics;
  }

  /** What makes one composition after the other, for one task. */
  Composer composer() {
    return new Composer();
  }

  /**
   * The id of a composition: a hash of its topics and its knowledge points, whatever their order.
   */
  static String id(Walk walk, IntFunction<String> names) {
    // Numbers of concepts are in the order of their names.
    int[] concepts = walk.sorted();
    Object[] parts = new Object[1 + concepts.length];
    parts[0] = walk.topics().length;
    for (int i = 0; i < concepts.length; i++) {
      parts[1 + i] = names.apply(concepts[i]);
    }

    return StableHash.contentId(parts);
  }

  /** Makes one composition after the other. */
  final class Composer {
    private final SeedExamples seeds = examples.value();
    private final ExampleSearch search = new ExampleSearch(seeds, choice.searched());

    /** The composition of the walk at a position. */
    Composition of(long position, Walk walk, IntFunction<String> names) {
      long hash = walk.hash(ExampleChoice.SALT);
      int[] nearest = search.nearest(walk.knowledgePoints(), hash);
      List<String> shown = new ArrayList<>();
      for (int seed : choice.of(nearest, hash)) {
        tally.countExample(seed);
        shown.add(seeds.id(seed));
      }

      tally.count(walk, !search.hasTwin());
      return new Composition(
          id(walk, names),
          Math.toIntExact(position / topics),
          names(walk.topics(), names),
          names(walk.knowledgePoints(), names),
          shown);
    }

    private static List<String> names(int[] concepts, IntFunction<String> names) {
      List<String> listed = new ArrayList<>(concepts.length);
      for (int concept : concepts) {
        listed.add(names.apply(concept));
      }

      return listed;
    }
  }
}
