package io.mathscale.eval.metrics;

import java.util.Arrays;
import java.util.Optional;

/** The ten data sets of MWPBench, in the order of the paper's tables (paper, Table 1). */
public enum MwpbenchSet {
  /** Grade school word problems. */
  GSM8K("gsm8k", "GSM8K", false, 7473, 1319),
  /** Competition problems in seven subjects. */
  MATH("MATH", "MATH", true, 7498, 5000),
  /** Exercises of college text books in seven topics. */
  COLLEGE_MATH("college_math", "CollegeMath", true, 1281, 2818),
  /** K12 contests, from choices to words. */
  TAL("tal", "TAL-SCQ", false, 2638, 1496),
  /** Chinese elementary school, in English. */
  MATH23K("math23k_en", "Math23k", false, 1000, 949),
  /** Chinese elementary school, in English; the one set that the cap cuts. */
  APE210K("ape210k_en", "Ape210k", false, 967, 4874),
  /** Chinese college entrance, in English. */
  GAOKAO_BENCH("gaokao_bench_math_en", "GaokaoBench-Math", false, 0, 508),
  /** Chinese college entrance as AGIEval has it, in English. */
  AGIEVAL_GAOKAO("agieval.gaokao-math-en", "AGIEval-Gaokao-Math", false, 0, 404),
  /** American college entrance as AGIEval has it. */
  AGIEVAL_SAT("agieval.sat-math", "AGIEval-SAT-Math", false, 0, 102),
  /** Competition problems as AGIEval has them: all of them stand in MATH too. */
  AGIEVAL_MATH("agieval.math", "AGIEval-Math", false, 0, 938);

  /** No topic of a set with subjects has more questions. */
  private static final int PUBLISHED_CAP = 2_000;

  private final String key;
  private final String title;
  private final boolean hasSubsets;
  private final int trainRows;
  private final int testRows;

  MwpbenchSet(String key, String title, boolean hasSubsets, int trainRows, int testRows) {
    this.key = key;
    this.title = title;
    this.hasSubsets = hasSubsets;
    this.trainRows = trainRows;
    this.testRows = testRows;
  }

  /** The {@code data_topic}, without the subject where the set has subjects. */
  public String key() {
    return key;
  }

  /** The name in the paper. */
  public String title() {
    return title;
  }

  /** Whether its {@code data_topic}s are {@code key.subject}. */
  public boolean hasSubsets() {
    return hasSubsets;
  }

  /** Questions for training that the paper counts. */
  public int trainRows() {
    return trainRows;
  }

  /** Questions for testing that the paper counts. */
  public int testRows() {
    return testRows;
  }

  /** Questions that the averages of the paper's first version count: the first of each topic. */
  public int publishedRows() {
    return hasSubsets ? testRows : Math.min(testRows, PUBLISHED_CAP);
  }

  /** The data set that a {@code data_topic} belongs to, if it is one of the ten. */
  public static Optional<MwpbenchSet> of(String topic) {
    return Arrays.stream(values()).filter(set -> set.holds(topic)).findFirst();
  }

  private boolean holds(String topic) {
    return topic.equals(key) || (hasSubsets && topic.startsWith(key + "."));
  }
}
