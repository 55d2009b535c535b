package io.mathscale.graph.concepts;

import io.mathscale.core.data.ConceptKind;
import io.mathscale.core.data.ExtractedConcepts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;

/**
 * All names that the seeds have for their concepts, and the concepts that they are names of. The
 * driver holds it: distinct names grow far more slowly than seeds do.
 */
public final class Vocabulary {
  private final List<Name> names;
  private final ConceptIdentity identities;
  private final long unusable;

  /** Kinds in their order, then names in theirs. */
  private final List<ConceptFrequency> concepts;

  private Vocabulary(List<NameCount> counts, ConceptIdentity identities) {
    this.names =
        counts.stream()
            .filter(count -> !count.name().isEmpty())
            .map(count -> new Name(count, identities.of(count.kind(), count.name())))
            .toList();
    this.identities = identities;
    this.unusable =
        counts.stream().filter(count -> count.name().isEmpty()).mapToLong(NameCount::seeds).sum();
    this.concepts = concepts(names);
  }

  /**
   * A name.
   *
   * @param count how many seeds have it
   * @param identity what all names of its concept have in common
   */
  private record Name(NameCount count, String identity) {
    ConceptKind kind() {
      return count.kind();
    }

    String text() {
      return count.name();
    }
  }

  /** The vocabulary of seeds. */
  public static Vocabulary of(Dataset<ExtractedConcepts> seeds, ConceptIdentity identities) {
    return of(NameCount.in(seeds, identities).collectAsList(), identities);
  }

  /** The vocabulary of counted names. */
  static Vocabulary of(List<NameCount> counts, ConceptIdentity identities) {
    return new Vocabulary(counts, identities);
  }

  private static List<ConceptFrequency> concepts(List<Name> names) {
    Map<ConceptKind, Map<String, List<NameCount>>> byIdentity = new EnumMap<>(ConceptKind.class);
    for (Name name : names) {
      if (name.count().concepts() > 0) {
        byIdentity
            .computeIfAbsent(name.kind(), kind -> new HashMap<>())
            .computeIfAbsent(name.identity(), key -> new ArrayList<>(1))
            .add(name.count());
      }
    }

    List<ConceptFrequency> concepts = new ArrayList<>();
    byIdentity.forEach(
        (kind, ofKind) ->
            ofKind.forEach((identity, all) -> concepts.add(concept(kind, identity, all))));
    concepts.sort(
        Comparator.comparing(ConceptFrequency::kind)
            .thenComparing(ConceptFrequency::name, ConceptName.ORDER));
    return List.copyOf(concepts);
  }

  /** Its name is the most frequent one; of equally frequent ones the first in their order. */
  private static ConceptFrequency concept(
      ConceptKind kind, String identity, List<NameCount> names) {
    NameCount shown =
        Collections.min(
            names,
            Comparator.comparingLong(NameCount::concepts)
                .reversed()
                .thenComparing(NameCount::name, ConceptName.ORDER));
    long seeds = names.stream().mapToLong(NameCount::concepts).sum();
    return new ConceptFrequency(kind, identity, shown.name(), seeds);
  }

  /** The concepts, topics first, each kind in the order of names. */
  public List<ConceptFrequency> concepts() {
    return concepts;
  }

  /** The concepts that enough seeds hold, in the same order. */
  public List<ConceptFrequency> heldBy(long minCount) {
    return concepts.stream().filter(concept -> concept.seeds() >= minCount).toList();
  }

  /** The names that are other names of a concept, in more than case. */
  public List<ConceptMerge> merges() {
    Map<ConceptKind, Map<String, String>> shown = byIdentity(concepts, ConceptFrequency::name);
    List<ConceptMerge> merges = new ArrayList<>();
    for (Name name : names) {
      String into = shown.get(name.kind()).get(name.identity());
      if (!ConceptName.identity(name.text()).equals(ConceptName.identity(into))) {
        merges.add(
            new ConceptMerge(
                name.kind(),
                name.text(),
                into,
                identities.reason(name.text(), into),
                identities.score(name.kind(), name.text(), into),
                name.count().seeds()));
      }
    }

    return merges;
  }

  /** For every name of these concepts the place of its concept among them. */
  public NameNumbers numbers(List<ConceptFrequency> kept) {
    Map<ConceptFrequency, Integer> places = new HashMap<>();
    kept.forEach(concept -> places.put(concept, places.size()));
    Map<ConceptKind, Map<String, Integer>> numbers = byIdentity(kept, places::get);
    Map<ConceptKind, Map<String, Integer>> byName = new EnumMap<>(ConceptKind.class);
    for (Name name : names) {
      Integer number = numbers.getOrDefault(name.kind(), Map.of()).get(name.identity());
      if (number != null) {
        byName.computeIfAbsent(name.kind(), kind -> new HashMap<>()).put(name.text(), number);
      }
    }

    return new NameNumbers(byName);
  }

  private static <V> Map<ConceptKind, Map<String, V>> byIdentity(
      List<ConceptFrequency> concepts, Function<ConceptFrequency, V> value) {
    Map<ConceptKind, Map<String, V>> byIdentity = new EnumMap<>(ConceptKind.class);
    for (ConceptFrequency concept : concepts) {
      byIdentity
          .computeIfAbsent(concept.kind(), kind -> new HashMap<>())
          .put(concept.identity(), value.apply(concept));
    }

    return byIdentity;
  }

  /** How many concepts there are before and after each filter. */
  public ConceptCounts counts(long minCount) {
    return new ConceptCounts(
        unusable,
        namesOf(ConceptKind.TOPIC),
        namesOf(ConceptKind.KNOWLEDGE_POINT),
        conceptsOf(ConceptKind.TOPIC, 1),
        conceptsOf(ConceptKind.KNOWLEDGE_POINT, 1),
        conceptsOf(ConceptKind.TOPIC, minCount),
        conceptsOf(ConceptKind.KNOWLEDGE_POINT, minCount));
  }

  private long namesOf(ConceptKind kind) {
    Set<String> distinct = new HashSet<>();
    for (Name name : names) {
      if (name.kind() == kind) {
        distinct.add(name.text().toLowerCase(Locale.ROOT));
      }
    }

    return distinct.size();
  }

  private long conceptsOf(ConceptKind kind, long minCount) {
    return concepts.stream()
        .filter(concept -> concept.kind() == kind && concept.seeds() >= minCount)
        .count();
  }
}
