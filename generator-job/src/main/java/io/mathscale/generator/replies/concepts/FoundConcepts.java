package io.mathscale.generator.replies.concepts;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Topics and knowledge points as a reply names them.
 *
 * @param topics distinct names, in their order
 * @param points distinct names that are not also topics, in their order
 * @param isForm whether nothing but placeholders stood there
 * @param isCut whether the reply ends in the middle of a name, which is not among them
 */
public record FoundConcepts(
    List<String> topics, List<String> points, boolean isForm, boolean isCut) {

  private static final Set<String> SUBJECT = Set.of("mathematics", "math", "maths", "数学");

  /** Cleans names. */
  static FoundConcepts of(List<String> topics, List<String> points) {
    List<String> cleanTopics = distinct(topics, Set.of());
    Set<String> ofTopics = cleanTopics.stream().map(FoundConcepts::folded).collect(toSet());
    List<String> cleanPoints = distinct(points, ofTopics);
    boolean isForm =
        cleanTopics.isEmpty() && cleanPoints.isEmpty() && topics.size() + points.size() > 0;
    return new FoundConcepts(cleanTopics, cleanPoints, isForm, false);
  }

  /** Cleans names; empty where there are none to clean. */
  static Optional<FoundConcepts> ifAny(List<String> topics, List<String> points) {
    return topics.isEmpty() && points.isEmpty()
        ? Optional.empty()
        : Optional.of(of(topics, points));
  }

  /** These, and of a kind that is not named here the others. */
  FoundConcepts or(FoundConcepts others) {
    return of(topics.isEmpty() ? others.topics : topics, points.isEmpty() ? others.points : points);
  }

  FoundConcepts cut() {
    return new FoundConcepts(topics, points, isForm, true);
  }

  /** Whether both kinds are named. */
  public boolean isComplete() {
    return !topics.isEmpty() && !points.isEmpty();
  }

  /** The names that are not among others, the first spelling of each. */
  private static List<String> distinct(List<String> names, Set<String> others) {
    List<String> distinct = new ArrayList<>();
    Set<String> seen = new HashSet<>(others);
    for (String name : names) {
      String clean = ItemName.clean(name);
      if (!clean.isEmpty() && seen.add(folded(clean))) {
        distinct.add(clean);
      }
    }

    return withoutSubject(distinct);
  }

  /** Mathematics is no topic of a question where others are named. */
  private static List<String> withoutSubject(List<String> names) {
    List<String> others = names.stream().filter(name -> !SUBJECT.contains(folded(name))).toList();
    return others.isEmpty() ? names : others;
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
