package io.mathscale.graph.concepts;

import io.mathscale.core.data.ConceptKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.function.MapPartitionsFunction;

/** Finds the names in seeds; each counts once a seed. */
final class FindNames implements MapPartitionsFunction<SeedNames, NameCount> {
  private static final long serialVersionUID = 1L;

  /** Identities that a task remembers: the frequent names are few, and identities slow to find. */
  private static final int REMEMBERED = 50_000;

  private final ConceptIdentity identities;

  FindNames(ConceptIdentity identities) {
    this.identities = identities;
  }

  @Override
  public Iterator<NameCount> call(Iterator<SeedNames> seeds) {
    Map<ConceptKind, Map<String, String>> remembered = new EnumMap<>(ConceptKind.class);
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(seeds, Spliterator.ORDERED), false)
        .flatMap(seed -> counted(seed, remembered).stream())
        .iterator();
  }

  private List<NameCount> counted(
      SeedNames seed, Map<ConceptKind, Map<String, String>> remembered) {
    List<NameCount> counts = new ArrayList<>();
    for (ConceptKind kind : ConceptKind.values()) {
      Map<String, String> ofKind = remembered.computeIfAbsent(kind, each -> new HashMap<>());
      Set<String> plain = new HashSet<>();
      Set<String> found = new HashSet<>();
      for (String given : seed.of(kind)) {
        String name = ConceptName.shown(given);
        if (!ConceptName.isUsable(name)) {
          counts.add(new NameCount(kind, "", 1, 0));
        } else if (plain.add(ConceptName.identity(name))) {
          boolean isFirst = found.add(identity(kind, name, ofKind));
          counts.add(new NameCount(kind, name, 1, isFirst ? 1 : 0));
        }
      }
    }

    return counts;
  }

  private String identity(ConceptKind kind, String name, Map<String, String> remembered) {
    if (remembered.size() >= REMEMBERED) {
      remembered.clear();
    }

    return remembered.computeIfAbsent(name, each -> identities.of(kind, each));
  }
}
