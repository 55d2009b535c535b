package io.mathscale.eval.metrics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The averages of a benchmark: those of MWPBench, and one for each group of data sets that the user
 * named.
 *
 * @param groups averages over the user's groups, in the order of their names
 */
public record Averages(List<Average> groups) {
  /** Those of MWPBench alone. */
  public static final Averages MWPBENCH = new Averages(List.of());

  private static final List<Average> PUBLISHED = List.of(Average.PAPER, Average.ICML, Average.FULL);

  /** Keeps a copy of the groups. */
  public Averages {
    groups = List.copyOf(groups);
  }

  /** The averages of MWPBench and of groups of data sets, by their names. */
  public static Averages of(Map<String, List<String>> groups) {
    List<Average> averages = new ArrayList<>();
    new TreeMap<>(groups)
        .forEach((name, datasets) -> averages.add(Average.ofGroup(name, datasets)));
    return new Averages(averages);
  }

  /** All of them, those of MWPBench first. */
  public List<Average> all() {
    return Stream.concat(PUBLISHED.stream(), groups.stream()).toList();
  }

  /** The average of a name, which the configuration has checked. */
  public Average named(String name) {
    return all().stream()
        .filter(average -> average.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("An average must have a name: " + name));
  }

  /**
   * The average of a name, or {@link Average#FULL} where it counts none of these data sets: a
   * benchmark that has nothing of MWPBench is scored all the same.
   *
   * @param topics {@code data_topic}s that have answers
   */
  public Average named(String name, Collection<String> topics) {
    Average average = named(name);
    return topics.stream().anyMatch(average::counts) ? average : Average.FULL;
  }

  /**
   * The data set that a {@code data_topic} belongs to: one of MWPBench or of a group, which may
   * have subjects, or else itself.
   */
  public String key(String topic) {
    return all().stream().flatMap(average -> average.key(topic).stream()).findFirst().orElse(topic);
  }
}
