package io.mathscale.teacher.families;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
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

  private static final Pattern NOT_A_WORD = Pattern.compile("[^a-z0-9]+");
  private static final Set<String> COMMON_WORDS =
      Set.of(
          ("a an and of the in with for to problem basic using solving finding formula concept"
                  + " understanding calculating from by")
              .split(" ", -1));

  private final List<ProblemFamily> families = FamilyReader.load();
  private final StoryReader reader = new StoryReader(families);
  private final List<Wanted> repertoire = new ArrayList<>();

  /** The quantities that need each point, by the words of the point. */
  private final Map<Set<String>, List<Wanted>> byPoint = new HashMap<>();

  /** The quantities of each topic, by the words of the topic. */
  private final Map<Set<String>, List<Wanted>> byTopic = new HashMap<>();

  /**
   * What a question can ask for.
   *
   * @param index its place in the repertoire
   * @param family the family of the situation
   * @param quantities one quantity, or several to be added
   */
  private record Wanted(int index, ProblemFamily family, List<Quantity> quantities) {}

  /** Makes the repertoire of all families. */
  public Repertoire() {
    for (ProblemFamily family : families) {
      for (List<Quantity> quantities : family.wanted()) {
        Wanted wanted = new Wanted(repertoire.size(), family, quantities);
        repertoire.add(wanted);
        quantities.stream()
            .flatMap(quantity -> quantity.knowledgePoints().stream())
            .map(Repertoire::words)
            .distinct()
            .forEach(point -> add(byPoint, point, wanted));

        if (quantities.size() == 1) {
          family.topics().forEach(topic -> add(byTopic, words(topic), wanted));
        }
      }
    }
  }

  private static void add(Map<Set<String>, List<Wanted>> index, Set<String> words, Wanted wanted) {
    index.computeIfAbsent(words, ignored -> new ArrayList<>()).add(wanted);
  }

  /** Returns every knowledge point that some problem needs. */
  public Set<String> knowledgePoints() {
    Set<String> points = new LinkedHashSet<>();
    families.stream()
        .flatMap(family -> family.quantities().stream())
        .forEach(quantity -> points.addAll(quantity.knowledgePoints()));

    return points;
  }

  /** Returns every topic of some problem. */
  public Set<String> topics() {
    Set<String> topics = new LinkedHashSet<>();
    families.forEach(family -> topics.addAll(family.topics()));

    return topics;
  }

  /**
   * Poses one problem that needs as many of the knowledge points, and has as many of the topics, as
   * one story can. Equal states of the generator give equal problems.
   */
  public PosedProblem pose(
      List<String> wantedTopics, List<String> wantedPoints, RandomGenerator random) {
    StoryWriter writer = new StoryWriter(random);

    return new StoryPlans(candidates(wantedTopics, wantedPoints, random))
        .bestFirst()
        .flatMap(plan -> writer.write(plan).stream())
        .findFirst()
        .map(Story::problem)
        .orElseGet(() -> any(random));
  }

  /** Returns the question with its solution where families tell it. */
  public Optional<PosedProblem> solve(String question) {
    return reader.read(question.strip()).map(Story::problem);
  }

  /**
   * Returns what those find who go wrong at a problem: each the worked solution of one slip, no two
   * with the same answer.
   */
  public List<PosedProblem> slips(PosedProblem right) {
    return reader
        .read(right.question())
        .map(story -> new Slips(story).problems())
        .orElseGet(() -> Slips.ofFormula(right));
  }

  /** Returns the ways to write the answer of a problem. */
  public List<String> phrasings(PosedProblem problem) {
    return Phrasings.of(problem);
  }

  /** Returns the problem with its answer written in one of the ways that mean the same. */
  public PosedProblem inOtherWords(PosedProblem problem, RandomGenerator random) {
    List<String> phrasings = Phrasings.of(problem);

    return problem.concluding(phrasings.get(random.nextInt(phrasings.size())));
  }

  /** Returns all families, in a fixed order. */
  List<ProblemFamily> families() {
    return families;
  }

  private PosedProblem any(RandomGenerator random) {
    StoryWriter writer = new StoryWriter(random);

    while (true) {
      Wanted wanted = repertoire.get(random.nextInt(repertoire.size()));
      Optional<Story> story =
          writer.write(
              List.of(new StoryPlans.Candidate(wanted.family(), wanted.quantities(), 0, 0, 0)));

      if (story.isPresent()) {
        return story.get().problem();
      }
    }
  }

  /** Returns what may be asked for, with the points and topics that it serves. */
  private List<StoryPlans.Candidate> candidates(
      List<String> wantedTopics, List<String> wantedPoints, RandomGenerator random) {
    long[] points = new long[repertoire.size()];
    long[] topics = new long[repertoire.size()];

    for (int i = 0; i < wantedPoints.size(); i++) {
      long bit = 1L << i;
      needing(wantedPoints.get(i)).forEach(wanted -> points[wanted.index()] |= bit);
    }

    for (int i = 0; i < wantedTopics.size(); i++) {
      long bit = 1L << i;
      byTopic
          .getOrDefault(words(wantedTopics.get(i)), List.of())
          .forEach(wanted -> topics[wanted.index()] |= bit);
    }

    return repertoire.stream()
        .filter(wanted -> points[wanted.index()] != 0 || topics[wanted.index()] != 0)
        .map(
            wanted ->
                new StoryPlans.Candidate(
                    wanted.family(),
                    wanted.quantities(),
                    points[wanted.index()],
                    topics[wanted.index()],
                    random.nextDouble()))
        .toList();
  }

  /** Returns what needs a point; a point that nothing needs by name is looked for by its words. */
  private List<Wanted> needing(String point) {
    Set<String> words = words(point);
    List<Wanted> named = byPoint.get(words);

    if (named != null) {
      return named;
    }

    return byPoint.entrySet().stream()
        .filter(known -> overlap(known.getKey(), words) >= ALIKE)
        .flatMap(known -> known.getValue().stream())
        .toList();
  }

  /** Returns the Jaccard similarity. */
  private static double overlap(Set<String> first, Set<String> second) {
    long common = first.stream().filter(second::contains).count();

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
