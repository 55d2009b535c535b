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

  /** The compositions that the walks at these positions make, with so many examples each. */
  static Dataset<Composition> at(
      Dataset<Long> positions,
      Broadcast<Walker> walker,
      Broadcast<SeedExamples> examples,
      int count) {
    return positions.mapPartitions(new Compose(walker, examples, count), Composition.ENCODER);
  }

  /** The id of a composition: a hash of its topics and its knowledge points, in any order. */
  static String id(List<String> topics, List<String> knowledgePoints) {
    List<Object> parts = new ArrayList<>();
    parts.add(topics.size());
    topics.stream().sorted().forEach(parts::add);
    knowledgePoints.stream().sorted().forEach(parts::add);
    return Seeds.contentId(parts.toArray());
  }

  private static final class Compose implements MapPartitionsFunction<Long, Composition> {
    private static final long serialVersionUID = 1L;

    /** Salt of the hash that orders equally near examples. */
    private static final long EXAMPLES = 3;

    private final Broadcast<Walker> walker;
    private final Broadcast<SeedExamples> examples;
    private final int count;

    Compose(Broadcast<Walker> walker, Broadcast<SeedExamples> examples, int count) {
      this.walker = walker;
      this.examples = examples;
      this.count = count;
    }

    @Override
    public Iterator<Composition> call(Iterator<Long> positions) {
      Walker walks = walker.value();
      ExampleSearch search = new ExampleSearch(examples.value(), count);
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          return positions.hasNext();
        }

        @Override
        public Composition next() {
          return composition(positions.next(), walks, search);
        }
      };
    }

    private static Composition composition(long position, Walker walks, ExampleSearch search) {
      Walk walk = walks.walkAt(position);
      List<String> topics = names(walks.graph(), walk.topics());
      List<String> knowledgePoints = names(walks.graph(), walk.knowledgePoints());
      return new Composition(
          id(topics, knowledgePoints),
          Math.toIntExact(position / walks.graph().topics()),
          topics,
          knowledgePoints,
          search.nearest(walk.knowledgePoints(), walk.hash(EXAMPLES)));
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
