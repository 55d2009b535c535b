package io.mathscale.graph.compositions;

import io.mathscale.graph.walks.Walk;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.util.AccumulatorV2;

/**
 * Counts what is in the compositions while they are written. Spark adds up what each task counts
 * once, also where a task is tried again.
 */
public final class CompositionTally extends AccumulatorV2<CompositionTally, CompositionSummary> {
  private static final long serialVersionUID = 1L;

  private static final double DECIMALS = 10_000;

  private final int topics;
  private final int[] conceptUses;
  private final int[] seedUses;
  private final TreeMap<Integer, Long> topicSizes = new TreeMap<>();
  private final TreeMap<Integer, Long> knowledgePointSizes = new TreeMap<>();
  private long compositions;
  private long novel;
  private Coherence coherence = Coherence.NONE;

  /** For so many topics, concepts of both kinds, and seeds. */
  public CompositionTally(int topics, int concepts, int seeds) {
    this.topics = topics;
    this.conceptUses = new int[concepts];
    this.seedUses = new int[seeds];
  }

  /**
   * Counts a composition.
   *
   * @param walk the walk that made it
   * @param isNovel whether no seed has its knowledge points
   * @param ofWalk how far its concepts belong together
   */
  void count(Walk walk, boolean isNovel, Coherence ofWalk) {
    compositions++;
    coherence = coherence.plus(ofWalk);
    novel += isNovel ? 1 : 0;
    topicSizes.merge(walk.topics().length, 1L, Long::sum);
    knowledgePointSizes.merge(walk.knowledgePoints().length, 1L, Long::sum);
    for (int topic : walk.topics()) {
      conceptUses[topic]++;
    }

    for (int knowledgePoint : walk.knowledgePoints()) {
      conceptUses[knowledgePoint]++;
    }
  }

  /** Counts a seed shown with a composition. */
  void countExample(int seed) {
    seedUses[seed]++;
  }

  @Override
  public CompositionSummary value() {
    int[] topicUses = Arrays.copyOf(conceptUses, topics);
    int[] pointUses = Arrays.copyOfRange(conceptUses, topics, conceptUses.length);
    return new CompositionSummary(
        compositions,
        novel,
        used(topicUses),
        topicUses.length,
        used(pointUses),
        pointUses.length,
        topicSizes,
        knowledgePointSizes,
        ExampleUse.of(seedUses),
        share(coherence.unowned(), coherence.pairs() == 0 ? 0 : compositions),
        share(coherence.seenPairs(), coherence.pairs()),
        entropy(topicUses),
        entropy(pointUses));
  }

  /** The share, to four places; none where nothing was counted. */
  private static Double share(long part, long whole) {
    return whole == 0 ? null : rounded(part / (double) whole);
  }

  /** Entropy of the uses in bits: that of so many concepts used equally often is its logarithm. */
  private static double entropy(int[] uses) {
    double sum = Arrays.stream(uses).asLongStream().sum();
    double entropy = 0;
    for (int count : uses) {
      if (count > 0) {
        entropy -= count / sum * StrictMath.log(count / sum);
      }
    }

    return rounded(entropy / StrictMath.log(2));
  }

  private static double rounded(double value) {
    return Math.round(value * DECIMALS) / DECIMALS;
  }

  private static long used(int[] uses) {
    return Arrays.stream(uses).filter(count -> count > 0).count();
  }

  @Override
  public boolean isZero() {
    return compositions == 0;
  }

  @Override
  public CompositionTally copy() {
    CompositionTally copy = new CompositionTally(topics, conceptUses.length, seedUses.length);
    copy.merge(this);
    return copy;
  }

  @Override
  public void reset() {
    Arrays.fill(conceptUses, 0);
    Arrays.fill(seedUses, 0);
    topicSizes.clear();
    knowledgePointSizes.clear();
    compositions = 0;
    novel = 0;
    coherence = Coherence.NONE;
  }

  @Override
  public void add(CompositionTally counted) {
    merge(counted);
  }

  @Override
  public void merge(AccumulatorV2<CompositionTally, CompositionSummary> other) {
    CompositionTally counted = (CompositionTally) other;
    addAll(conceptUses, counted.conceptUses);
    addAll(seedUses, counted.seedUses);
    addAll(topicSizes, counted.topicSizes);
    addAll(knowledgePointSizes, counted.knowledgePointSizes);
    compositions += counted.compositions;
    novel += counted.novel;
    coherence = coherence.plus(counted.coherence);
  }

  private static void addAll(int[] sums, int[] counts) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += counts[i];
    }
  }

  private static void addAll(SortedMap<Integer, Long> sums, SortedMap<Integer, Long> counts) {
    counts.forEach((size, count) -> sums.merge(size, count, Long::sum));
  }
}
