package io.mathscale.eval.score;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The answer that most of several answers give. Answers are the same if they are the same but for
 * white space; of two that are as frequent, the one given first counts; no answer is no vote.
 */
final class Majority {
  private Majority() {}

  /**
   * The first vote for the most frequent answer among the first so many votes; empty where none of
   * them has an answer.
   */
  static Optional<Vote> of(List<Vote> votes, int count) {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    Map<String, Vote> first = new LinkedHashMap<>();
    for (Vote vote : votes.subList(0, count)) {
      String answer = vote.extracted().replaceAll("\\s+", "");
      if (!answer.isEmpty()) {
        numbers.merge(answer, 1, Integer::sum);
        first.putIfAbsent(answer, vote);
      }
    }

    String winner = "";
    int most = 0;
    for (Map.Entry<String, Integer> entry : numbers.entrySet()) {
      if (entry.getValue() > most) {
        winner = entry.getKey();
        most = entry.getValue();
      }
    }

    return Optional.ofNullable(first.get(winner));
  }
}
