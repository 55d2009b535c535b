package io.mathscale.eval.score;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The answer that most of several answers give. Answers are the same if they are the same but for
 * white space; of two that are as frequent, the one given first counts; an empty answer counts for
 * none.
 */
final class MajorityVote {
  private MajorityVote() {}

  /**
   * The first sample with the most frequent answer among the first samples; empty where none of
   * them has an answer.
   *
   * @param samples the samples of a problem, in their order
   * @param count so many of them are compared
   */
  static Optional<GradedSample> of(List<GradedSample> samples, int count) {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    Map<String, GradedSample> first = new LinkedHashMap<>();
    for (GradedSample sample : samples.subList(0, count)) {
      String answer = sample.extracted().replaceAll("\\s+", "");
      if (!answer.isEmpty()) {
        numbers.merge(answer, 1, Integer::sum);
        first.putIfAbsent(answer, sample);
      }
    }

    String mostFrequent = "";
    int most = 0;
    for (Map.Entry<String, Integer> entry : numbers.entrySet()) {
      if (entry.getValue() > most) {
        mostFrequent = entry.getKey();
        most = entry.getValue();
      }
    }

    return Optional.ofNullable(first.get(mostFrequent));
  }
}
