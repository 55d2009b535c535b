package io.mathscale.teacher.families;

import java.util.ArrayList;
import java.util.BitSet;
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

  /** By how much chance changes the order of families that fit about equally well. */
  private static final double VARIETY_WEIGHT = 0.15;

  /** So many pairs of families are tried; numbers that fit together are not always found. */
  private static final int CHAINS = 6;

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

  /** How typical each point that some family names is of each family, 0 where it is not needed. */
  private final Map<Set<String>, Map<WordedFamily, Double>> typical = new HashMap<>();

  /**
   * A family that may be chosen.
   *
   * @param family the family
   * @param served the wanted knowledge points that it needs, by their index
   * @param fit how well it fits, the more the better
   */
  private record Candidate(WordedFamily family, BitSet served, double fit) {}

  /**
   * Two families that may be chained.
   *
   * @param first one of them
   * @param second the other
   */
  private record Pair(Candidate first, Candidate second) {
    int served() {
      BitSet either = (BitSet) first.served().clone();
      either.or(second.served());

      return either.cardinality();
    }

    double fit() {
      return first.fit() + second.fit();
    }
  }

  /** Makes the repertoire of all families. */
  public Repertoire() {
    for (WordedFamily family : Families.ALL) {
      points.put(family, family.knowledgePoints().stream().map(Repertoire::words).toList());
      Set<String> topicWords = new HashSet<>();
      family.topics().forEach(topic -> topicWords.addAll(words(topic)));
      topics.put(family, topicWords);

      for (int rank = 0; rank < points.get(family).size(); rank++) {
        typical
            .computeIfAbsent(points.get(family).get(rank), point -> new HashMap<>())
            .putIfAbsent(family, 1 - RANK_WEIGHT * rank);
      }
    }
  }

  /** Returns every family, in a fixed order. */
  public List<Family> families() {
    return List.copyOf(Families.ALL);
  }

  /**
   * Poses a problem that needs as many of the knowledge points as a family, or two in a chain,
   * serve, and that fits the topics. Equal states of the generator give equal problems.
   */
  public Problem pose(
      List<String> wantedTopics, List<String> wantedPoints, RandomGenerator random) {
    List<Candidate> candidates = candidates(wantedTopics, wantedPoints, random);
    Candidate best = candidates.get(0);

    return pairs(candidates, best.served().cardinality()).stream()
        .limit(CHAINS)
        .flatMap(pair -> chain(pair, random).stream())
        .findFirst()
        .orElseGet(() -> best.family().pose(random));
  }

  /** Returns the question with its solution where a family, or a chain of two, poses it. */
  public Optional<Problem> solve(String question) {
    String text = question.strip();

    return Chain.isChain(text) ? Chain.solve(text, this::solveSingle) : solveSingle(text);
  }

  private Optional<Problem> solveSingle(String question) {
    return Families.ALL.stream().flatMap(family -> family.solve(question).stream()).findFirst();
  }

  /** Returns every family, those first that serve the most points, and of these the fittest. */
  private List<Candidate> candidates(
      List<String> wantedTopics, List<String> wantedPoints, RandomGenerator random) {
    List<Set<String>> wanted = wantedPoints.stream().map(Repertoire::words).toList();
    Set<String> topicWords = new HashSet<>();
    wantedTopics.forEach(topic -> topicWords.addAll(words(topic)));
    List<Candidate> candidates = new ArrayList<>();

    for (WordedFamily family : Families.ALL) {
      BitSet served = new BitSet();
      double fit =
          TOPIC_WEIGHT * overlap(topics.get(family), topicWords)
              + VARIETY_WEIGHT * random.nextDouble();

      for (int i = 0; i < wanted.size(); i++) {
        double likeness = likeness(family, wanted.get(i));
        served.set(i, likeness > 0);
        fit += likeness;
      }

      candidates.add(new Candidate(family, served, fit));
    }

    candidates.sort(
        Comparator.comparingInt((Candidate candidate) -> -candidate.served().cardinality())
            .thenComparingDouble(candidate -> -candidate.fit()));

    return candidates;
  }

  /** Returns the pairs that serve more points than one family alone, the best first. */
  private static List<Pair> pairs(List<Candidate> candidates, int servedAlone) {
    List<Candidate> useful =
        candidates.stream().filter(candidate -> !candidate.served().isEmpty()).toList();
    List<Pair> pairs = new ArrayList<>();

    for (int i = 0; i < useful.size(); i++) {
      for (int j = i + 1; j < useful.size(); j++) {
        Pair pair = new Pair(useful.get(i), useful.get(j));

        if (pair.served() > servedAlone) {
          pairs.add(pair);
        }
      }
    }

    pairs.sort(
        Comparator.comparingInt((Pair pair) -> -pair.served())
            .thenComparingDouble(pair -> -pair.fit()));

    return pairs;
  }

  private static Optional<Problem> chain(Pair pair, RandomGenerator random) {
    WordedFamily first = pair.first().family();
    WordedFamily second = pair.second().family();

    return Chain.pose(first, second, random).or(() -> Chain.pose(second, first, random));
  }

  /**
   * Returns how much a point counts, 0 if the family does not need it, and less if it needs it only
   * beside others. A point that some family names counts only for those that do.
   */
  private double likeness(WordedFamily family, Set<String> point) {
    Map<WordedFamily, Double> known = typical.get(point);

    if (known != null) {
      return known.getOrDefault(family, 0.0);
    }

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

  /** Returns the Jaccard similarity. */
  private static double overlap(Set<String> first, Set<String> second) {
    int common = 0;

    for (String word : first) {
      common += second.contains(word) ? 1 : 0;
    }

    return common == 0 ? 0 : (double) common / (first.size() + second.size() - common);
  }

  /** Returns the words that tell a knowledge point or topic from others. */
  static Set<String> words(String name) {
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
