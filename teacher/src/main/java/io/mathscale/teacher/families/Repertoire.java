package io.mathscale.teacher.families;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** All problems that the teacher can pose and solve, found by what they are about. */
public final class Repertoire {
  /** Two knowledge points are alike from this share of common words on. */
  private static final double ALIKE = 0.5;

  /** What a common topic counts beside a common knowledge point, which counts 1. */
  private static final double TOPIC_WEIGHT = 0.25;

  /** What a knowledge point counts less for each that is more typical of the family. */
  private static final double RANK_WEIGHT = 0.1;

  private static final Pattern NOT_A_WORD = Pattern.compile("[^a-z0-9]+");
  private static final Set<String> COMMON_WORDS =
      Set.of(
          "a",
          "an",
          "and",
          "of",
          "the",
          "in",
          "with",
          "for",
          "to",
          "problem",
          "basic",
          "using",
          "solving",
          "finding",
          "formula",
          "concept",
          "understanding",
          "calculating",
          "from",
          "by");

  private final Map<WordedFamily, List<Set<String>>> points = new HashMap<>();
  private final Map<WordedFamily, Set<String>> topics = new HashMap<>();

  /** Makes the repertoire of all families. */
  public Repertoire() {
    for (WordedFamily family : Families.ALL) {
      points.put(family, family.knowledgePoints().stream().map(Repertoire::words).toList());
      Set<String> topicWords = new HashSet<>();
      family.topics().forEach(topic -> topicWords.addAll(words(topic)));
      topics.put(family, topicWords);
    }
  }

  /** Returns every family, in a fixed order. */
  public List<Family> families() {
    return List.copyOf(Families.ALL);
  }

  /**
   * Poses a problem that fits the topics and needs the knowledge points as far as a family, or two
   * in a chain, serve them. Equal states of the generator give equal problems.
   */
  public Problem pose(
      List<String> wantedTopics, List<String> wantedPoints, RandomGenerator random) {
    List<Set<String>> wanted = wantedPoints.stream().map(Repertoire::words).toList();
    Set<String> topicWords = new HashSet<>();
    wantedTopics.forEach(topic -> topicWords.addAll(words(topic)));
    WordedFamily first = choose(wanted, topicWords, Set.of(), random);
    List<Set<String>> unserved =
        wanted.stream().filter(point -> likeness(first, point) < ALIKE).toList();

    if (!unserved.isEmpty()) {
      WordedFamily second = choose(unserved, topicWords, Set.of(first), random);
      Optional<Problem> chained =
          Chain.pose(first, second, random).or(() -> Chain.pose(second, first, random));

      if (unserved.stream().anyMatch(point -> likeness(second, point) >= ALIKE)
          && chained.isPresent()) {
        return chained.get();
      }
    }

    return first.pose(random);
  }

  /** Returns the question with its solution where a family, or a chain of two, poses it. */
  public Optional<Problem> solve(String question) {
    String text = question.strip();

    return Chain.isChain(text) ? Chain.solve(text, this::solveSingle) : solveSingle(text);
  }

  private Optional<Problem> solveSingle(String question) {
    return Families.ALL.stream().flatMap(family -> family.solve(question).stream()).findFirst();
  }

  private WordedFamily choose(
      List<Set<String>> wanted,
      Set<String> topicWords,
      Set<WordedFamily> taken,
      RandomGenerator random) {
    List<WordedFamily> best = new ArrayList<>();
    double bestFit = -1;

    for (WordedFamily family : Families.ALL) {
      double fit = taken.contains(family) ? -2 : fit(family, wanted, topicWords);

      if (fit > bestFit) {
        best.clear();
        bestFit = fit;
      }

      if (fit == bestFit) {
        best.add(family);
      }
    }

    best.sort(Comparator.comparing(WordedFamily::name));

    return best.get(random.nextInt(best.size()));
  }

  private double fit(WordedFamily family, List<Set<String>> wanted, Set<String> topicWords) {
    double fit = TOPIC_WEIGHT * overlap(topics.get(family), topicWords);

    for (Set<String> point : wanted) {
      fit += typicalLikeness(family, point);
    }

    return fit;
  }

  /** Returns how much a point counts: less if the family needs it only beside others. */
  private double typicalLikeness(WordedFamily family, Set<String> point) {
    List<Set<String>> own = points.get(family);
    double best = 0;

    for (int rank = 0; rank < own.size(); rank++) {
      double likeness = overlap(own.get(rank), point);

      if (likeness >= ALIKE) {
        best = Math.max(best, likeness * (1 - RANK_WEIGHT * rank));
      }
    }

    return best;
  }

  private double likeness(WordedFamily family, Set<String> point) {
    return points.get(family).stream().mapToDouble(own -> overlap(own, point)).max().orElse(0);
  }

  /** Returns the Jaccard similarity. */
  private static double overlap(Set<String> first, Set<String> second) {
    long common = first.stream().filter(second::contains).count();

    return common == 0 ? 0 : (double) common / (first.size() + second.size() - common);
  }

  private static Set<String> words(String name) {
    Set<String> words = new HashSet<>();

    for (String word : NOT_A_WORD.split(name.toLowerCase(Locale.ROOT))) {
      String singular =
          word.length() > 3 && word.endsWith("s") ? word.substring(0, word.length() - 1) : word;

      if (!singular.isEmpty() && !COMMON_WORDS.contains(singular)) {
        words.add(singular);
      }
    }

    return words;
  }
}
