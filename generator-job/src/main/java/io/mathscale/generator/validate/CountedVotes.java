package io.mathscale.generator.validate;

import io.mathscale.core.data.ModelVotes;
import io.mathscale.core.data.VoteGroup;
import io.mathscale.grader.AnswerClasses;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The votes on a pair's answer, grouped by what they mean.
 *
 * @param votes how many there are
 * @param groups what they say, the most frequent first
 * @param firsts the first fresh solution of each group
 */
record CountedVotes(Votes votes, List<VoteGroup> groups, List<FreshVote> firsts) {
  static final CountedVotes NONE = new CountedVotes(Votes.NONE, List.of(), List.of());

  /** Answers of one meaning. */
  private record Group(boolean isOriginal, String answer, List<FreshVote> votes) {
    VoteGroup counted() {
      Map<String, Integer> models = new TreeMap<>();
      votes.forEach(vote -> models.merge(vote.model(), 1, Integer::sum));
      return new VoteGroup(
          answer,
          votes.size(),
          isOriginal,
          models.entrySet().stream()
              .map(count -> new ModelVotes(count.getKey(), count.getValue()))
              .toList());
    }
  }

  /** Counts the votes of a pair that has an answer. */
  static CountedVotes of(AskedPair pair) {
    List<String> answers = new ArrayList<>(List.of(pair.answer()));
    pair.votes().forEach(vote -> answers.add(vote.answer()));
    AnswerClasses classes = AnswerClasses.of(answers, pair.question());
    Map<Integer, Group> byClass = new TreeMap<>();
    for (int i = 0; i < pair.votes().size(); i++) {
      FreshVote vote = pair.votes().get(i);
      int number = classes.classOf(i + 1);
      if (number != AnswerClasses.NONE) {
        boolean isOriginal = number == classes.classOf(0);
        byClass
            .computeIfAbsent(
                number,
                key ->
                    new Group(
                        isOriginal, isOriginal ? pair.answer() : vote.answer(), new ArrayList<>()))
            .votes()
            .add(vote);
      }
    }

    return of(pair.votes().size(), new ArrayList<>(byClass.values()));
  }

  private static CountedVotes of(int tries, List<Group> groups) {
    groups.sort(
        Comparator.comparingInt((Group group) -> -group.votes().size())
            .thenComparing(group -> !group.isOriginal())
            .thenComparingInt(group -> group.votes().get(0).sample()));
    int agreeing =
        groups.stream().filter(Group::isOriginal).mapToInt(group -> group.votes().size()).sum();
    List<Integer> others =
        groups.stream()
            .filter(group -> !group.isOriginal())
            .map(group -> group.votes().size())
            .toList();
    return new CountedVotes(
        new Votes(tries, agreeing, others),
        groups.stream().map(Group::counted).toList(),
        groups.stream().map(group -> group.votes().get(0)).toList());
  }
}
