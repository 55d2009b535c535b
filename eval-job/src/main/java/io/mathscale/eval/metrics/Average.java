package io.mathscale.eval.metrics;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Which data sets of a benchmark an average counts, and which of their rows.
 *
 * @param name what it is called: {@code paper}, {@code icml}, {@code full} or the name of a group
 * @param datasets keys of the data sets that it is made for, in the order shown
 * @param isCapped whether of each {@code data_topic} only the first rows count, up to the cap
 * @param isOpen whether other data sets count, too
 */
public record Average(String name, List<String> datasets, boolean isCapped, boolean isOpen) {
  /** Ten sets, capped: the numbers of the first version of the paper. */
  public static final Average PAPER = new Average("paper", mwpbench(), true, false);

  /** Nine sets, capped: without AGIEval-Math, which is a part of MATH. */
  public static final Average ICML =
      new Average(
          "icml",
          mwpbench().stream().filter(key -> !key.equals(MwpbenchSet.AGIEVAL_MATH.key())).toList(),
          true,
          false);

  /** Every row of every data set, those that are not of MWPBench too. */
  public static final Average FULL = new Average("full", mwpbench(), false, true);

  /** Keeps a copy of the data sets. */
  public Average {
    datasets = List.copyOf(datasets);
  }

  /** The average over all rows of a group of data sets, and no others. */
  public static Average ofGroup(String name, List<String> datasets) {
    return new Average(name, datasets, false, false);
  }

  /** Whether the rows of a {@code data_topic} count. */
  public boolean counts(String topic) {
    return isOpen || key(topic).isPresent();
  }

  /** Whether it is one of those that are published for MWPBench. */
  public boolean isPublished() {
    return equals(PAPER) || equals(ICML) || equals(FULL);
  }

  /** The data set that a {@code data_topic} belongs to, if the average is made for it. */
  Optional<String> key(String topic) {
    return datasets.stream().filter(key -> holds(key, topic)).findFirst();
  }

  /** Whether a {@code data_topic} is a data set, or a subject of it: {@code key.subject}. */
  public static boolean holds(String key, String topic) {
    return MwpbenchSet.of(key).filter(set -> set.key().equals(key)).isPresent()
        ? MwpbenchSet.of(topic).filter(set -> set.key().equals(key)).isPresent()
        : topic.equals(key) || topic.startsWith(key + ".");
  }

  private static List<String> mwpbench() {
    return Arrays.stream(MwpbenchSet.values()).map(MwpbenchSet::key).toList();
  }
}
