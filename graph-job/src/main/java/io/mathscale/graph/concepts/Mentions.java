package io.mathscale.graph.concepts;

import io.mathscale.core.data.ConceptKind;
import io.mathscale.core.data.ExtractedConcepts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;

/** The concepts that each seed holds. */
public final class Mentions {
  private Mentions() {}

  /** Mentions in the order named, without blank names and names that are too long to be one. */
  public static Dataset<Mention> in(Dataset<ExtractedConcepts> seeds, ConceptIdentity identities) {
    return seeds.flatMap(
        (FlatMapFunction<ExtractedConcepts, Mention>) seed -> of(seed, identities),
        Mention.ENCODER);
  }

  /** How many names in the seeds are blank or too long to be one. */
  public static long unusable(Dataset<ExtractedConcepts> seeds) {
    return seeds
        .flatMap((FlatMapFunction<ExtractedConcepts, Integer>) Mentions::unusable, Encoders.INT())
        .count();
  }

  private static Iterator<Integer> unusable(ExtractedConcepts seed) {
    return Stream.concat(seed.topics().stream(), seed.knowledgePoints().stream())
        .map(ConceptName::shown)
        .filter(name -> !isUsable(name))
        .map(String::length)
        .iterator();
  }

  private static boolean isUsable(String name) {
    return !name.isEmpty() && name.length() <= ConceptName.MAX_LENGTH;
  }

  private static Iterator<Mention> of(ExtractedConcepts seed, ConceptIdentity identities) {
    List<Mention> mentions = new ArrayList<>();
    add(mentions, seed.id(), ConceptKind.TOPIC, seed.topics(), identities);
    add(mentions, seed.id(), ConceptKind.KNOWLEDGE_POINT, seed.knowledgePoints(), identities);
    return mentions.iterator();
  }

  private static void add(
      List<Mention> mentions,
      String seed,
      ConceptKind kind,
      List<String> names,
      ConceptIdentity identities) {
    Set<String> seen = new HashSet<>();
    for (String given : names) {
      String name = ConceptName.shown(given);
      if (isUsable(name)) {
        String identity = identities.of(kind, name);
        if (seen.add(identity)) {
          mentions.add(new Mention(seed, kind, identity, name));
        }
      }
    }
  }
}
