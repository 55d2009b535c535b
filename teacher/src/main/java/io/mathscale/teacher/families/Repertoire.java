package io.mathscale.teacher.families;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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

  /** What a question can ask for. */
  private final List<StoryPlans.Candidate> repertoire = new ArrayList<>();

  /** The places in the repertoire of what needs each point, by the words of the point. */
  private final Map<Set<String>, List<Integer>> byPoint = new HashMap<>();

  /** The places in the repertoire of what each topic has, by the words of the topic. */
  private final Map<Set<String>, List<Integer>> byTopic = new HashMap<>();

  /** Makes the repertoire of all families. */
  public Repertoire() {
    for (ProblemFamily family : families) {
      for (List<Quantity> quantities : family.wanted()) {
        quantities.stream()
            .flatMap(quantity -> quantity.knowledgePoints().stream())
            .map(Repertoire::words)
            .distinct()
            .forEach(point -> addTo(byPoint, point));
        if (quantities.size() == 1) {
          family.topics().forEach(topic -> addTo(byTopic, words(topic)));
        }

        repertoire.add(new StoryPlans.Candidate(family, quantities, 0, 0, 0));
      }
    }
  }

  private void addTo(Map<Set<String>, List<Integer>> index, Set<String> words) {
    index.computeIfAbsent(words, first -> new ArrayList<>()).add(repertoire.size());
  }

  /** Returns every knowledge point that some problem needs. */
  public Set<String> knowledgePoints() {
    return families.stream()
        .flatMap(family -> family.quantities().stream())
        .flatMap(quantity -> quantity.knowledgePoints().stream())
        .collect(Collectors.toSet());
  }

  /** Returns every topic of some problem. */
  public Set<String> topics() {
    return families.stream().flatMap(each -> each.topics().stream()).collect(Collectors.toSet());
  }

  /**
   * Poses one problem that needs as many of the knowledge points, and has as many of the topics, as
   * one story can. Equal states of the generator give equal problems.
   */
  public PosedProblem pose(
      List<String> wantedTopics, List<String> wantedPoints, RandomGenerator random) {
    StoryWriter writer = new StoryWriter(random);
    Stream<List<StoryPlans.Candidate>> plans =
        new StoryPlans(candidates(wantedTopics, wantedPoints, random)).bestFirst();
    Stream<List<StoryPlans.Candidate>> others =
        Stream.generate(() -> List.of(repertoire.get(random.nextInt(repertoire.size()))));
    return Stream.concat(plans, others)
        .flatMap(plan -> writer.write(plan).stream())
        .findFirst()
        .orElseThrow()
        .problem();
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

  /** Returns the problem with its answer written in one of the ways that mean the same. */
  public PosedProblem inOtherWords(PosedProblem problem, RandomGenerator random) {
    List<String> phrasings = Phrasings.of(problem);
    return problem.concluding(phrasings.get(random.nextInt(phrasings.size())));
  }

  /** Returns all families, in a fixed order. */
  List<ProblemFamily> families() {
    return families;
  }

  /** Returns what may be asked for, with the points and topics that it serves. */
  private List<StoryPlans.Candidate> candidates(
      List<String> wantedTopics, List<String> wantedPoints, RandomGenerator random) {
    long[] points = bits(wantedPoints, this::needing);
    long[] topics = bits(wantedTopics, topic -> byTopic.getOrDefault(words(topic), List.of()));
    return IntStream.range(0, repertoire.size())
        .filter(index -> points[index] != 0 || topics[index] != 0)
        .mapToObj(
            index ->
                new StoryPlans.Candidate(
                    repertoire.get(index).family(),
                    repertoire.get(index).quantities(),
                    points[index],
                    topics[index],
                    random.nextDouble()))
        .toList();
  }

  /** Returns, for each place in the repertoire, a bit for each name that is served there. */
  private long[] bits(List<String> names, Function<String, List<Integer>> places) {
    long[] bits = new long[repertoire.size()];
    for (int i = 0; i < names.size(); i++) {
      for (int place : places.apply(names.get(i))) {
        bits[place] |= 1L << i;
      }
    }

    return bits;
  }

  /** Returns what needs a point; a point that nothing needs by name is looked for by its words. */
  private List<Integer> needing(String point) {
    Set<String> words = words(point);
    List<Integer> named = byPoint.get(words);
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
    return NOT_A_WORD
        .splitAsStream(name.toLowerCase(Locale.ROOT))
        .map(word -> word.length() > 3 ? word.replaceFirst("s$", "") : word)
        .filter(word -> !word.isEmpty() && !COMMON_WORDS.contains(word))
        .collect(Collectors.toSet());
  }
}
