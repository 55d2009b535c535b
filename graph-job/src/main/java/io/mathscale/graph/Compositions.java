package io.mathscale.graph;

import io.mathscale.core.data.Composition;
import io.mathscale.core.spark.Seeds;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;

/** Mixes of concepts to ask the teacher for. */
final class Compositions {
  private Compositions() {}

  /**
   * The compositions that the walks at these positions make, with so many examples each; the tally
   * counts them as they are written.
   */
  static Dataset<Composition> at(
      Dataset<Long> positions,
      Broadcast<Walker> walker,
      Broadcast<SeedExamples> examples,
      int count,
      CompositionTally tally) {
    return positions.mapPartitions(
        new Compose(walker, examples, count, tally), Composition.ENCODER);
  }

  /**
   * The id of a composition: a hash of its topics and its knowledge points, whatever their order.
   * Numbers of concepts are in the order of their names.
   */
  static String id(WalkGraph graph, Walk walk) {
    int[] concepts = walk.sorted();
    Object[] parts = new Object[1 + concepts.length];
    parts[0] = walk.topics().length;
    for (int i = 0; i < concepts.length; i++) {
      parts[1 + i] = graph.name(concepts[i]);
    }

    return Seeds.contentId(parts);
  }

  private static final class Compose implements MapPartitionsFunction<Long, Composition> {
    private static final long serialVersionUID = 1L;

    /** Salt of the hash that orders equally near examples. */
    private static final long EXAMPLES = 3;

    private final Broadcast<Walker> walker;
    private final Broadcast<SeedExamples> examples;
    private final int count;
    private final CompositionTally tally;

    Compose(
        Broadcast<Walker> walker,
        Broadcast<SeedExamples> examples,
        int count,
        CompositionTally tally) {
      this.walker = walker;
      this.examples = examples;
      this.count = count;
      this.tally = tally;
    }

    @Override
    public Iterator<Composition> call(Iterator<Long> positions) {
      Walker walks = walker.value();
      SeedExamples seeds = examples.value();
      // One example at least is looked for: it says whether a seed has the same knowledge points.
      ExampleSearch search = new ExampleSearch(seeds, Math.max(1, count));
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          return positions.hasNext();
        }

        @Override
        public Composition next() {
          return composition(positions.next(), walks, seeds, search);
        }
      };
    }

    private Composition composition(
        long position, Walker walks, SeedExamples seeds, ExampleSearch search) {
      Walk walk = walks.walkAt(position);
      int[] nearest = search.nearest(walk.knowledgePoints(), walk.hash(EXAMPLES));
      int shown = Math.min(count, nearest.length);
      List<String> shownIds = new ArrayList<>(shown);
      for (int i = 0; i < shown; i++) {
        tally.countExample(nearest[i]);
        shownIds.add(seeds.id(nearest[i]));
      }

      tally.count(walk, !search.hasTwin());
      List<String> topics = names(walks.graph(), walk.topics());
      List<String> knowledgePoints = names(walks.graph(), walk.knowledgePoints());
      return new Composition(
          id(walks.graph(), walk),
          Math.toIntExact(position / walks.graph().topics()),
          topics,
          knowledgePoints,
          shownIds);
    }

    private static List<String> names(WalkGraph graph, int[] concepts) {
      List<String> names = new ArrayList<>(concepts.length);
      for (int concept : concepts) {
        names.add(graph.name(concept));
      }

      return names;
    }
  }
}
