package io.mathscale.core.config;

import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Problems to score on.
 *
 * @param path file, folder or glob; empty where no command needs it
 * @param choices what becomes of multiple-choice questions
 * @param dataset data set of the rows that name none; empty: the name of their file
 * @param fields column of each field; empty names are recognised
 * @param groups data sets by the name of the average that is made of them
 * @param answer the form of answers that it prescribes
 */
public record BenchmarkConfig(
    String path,
    ChoiceStyle choices,
    String dataset,
    Fields fields,
    Map<String, List<String>> groups,
    AnswerConfig answer) {
  public BenchmarkConfig {
    groups = Map.copyOf(groups);
    new TreeMap<>(groups).forEach(BenchmarkConfig::requireGroup);
  }

  private static void requireGroup(String name, List<String> datasets) {
    String key = "groups." + name;
    Check.that(
        !ScoreConfig.PUBLISHED_AVERAGES.contains(name),
        key,
        "have another name than the averages of MWPBench",
        name);
    Check.that(
        !datasets.isEmpty() && datasets.stream().noneMatch(String::isBlank),
        key,
        "name data sets",
        datasets);
    Check.that(
        new HashSet<>(datasets).size() == datasets.size(),
        key,
        "name each data set once",
        datasets);
    for (String dataset : datasets) {
      Check.that(
          datasets.stream().noneMatch(other -> dataset.startsWith(other + ".")),
          key,
          "not name a data set beside a part of it",
          dataset);
    }
  }

  /**
   * Column of each field of a problem; empty where the layout is recognised.
   *
   * @param id the id given by the file
   * @param question the question
   * @param answer the reference answer
   * @param dataset the data set
   * @param source where the question is from
   * @param level how hard it is
   * @param subject what it is about
   */
  public record Fields(
      String id,
      String question,
      String answer,
      String dataset,
      String source,
      String level,
      String subject)
      implements Serializable {
    private static final long serialVersionUID = 1L;

    /** None named. */
    public static final Fields NONE = new Fields("", "", "", "", "", "", "");

    /** The named fields by the last part of their key. */
    public SortedMap<String, String> byKey() {
      SortedMap<String, String> named = new TreeMap<>();
      named.put("id", id);
      named.put("question", question);
      named.put("answer", answer);
      named.put("dataset", dataset);
      named.put("source", source);
      named.put("level", level);
      named.put("subject", subject);
      named.values().removeIf(String::isEmpty);
      return named;
    }
  }

  /** What becomes of multiple-choice questions. */
  public enum ChoiceStyle {
    /** Word problems whose answer is the text of the right option (paper, appendix A.1). */
    WORDS,
    /** Questions with their options, whose answer is a letter. */
    LETTERS
  }
}
