package io.mathscale.graph.concepts;

import io.mathscale.core.data.ConceptKind;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Map;

/** The numbers of concepts by all of their names. */
public final class NameNumbers implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Map<ConceptKind, Map<String, Integer>> numbers;

  NameNumbers(Map<ConceptKind, Map<String, Integer>> numbers) {
    this.numbers = numbers;
  }

  /** The distinct concepts of a seed, in no order; those without a number are left out. */
  public int[] of(SeedNames seed) {
    int[] found = new int[seed.topics().size() + seed.knowledgePoints().size()];
    int count = 0;
    for (ConceptKind kind : ConceptKind.values()) {
      Map<String, Integer> ofKind = numbers.getOrDefault(kind, Map.of());
      for (String given : seed.of(kind)) {
        Integer number = ofKind.get(ConceptName.shown(given));
        if (number != null) {
          found[count++] = number;
        }
      }
    }

    return Arrays.stream(found, 0, count).distinct().toArray();
  }
}
