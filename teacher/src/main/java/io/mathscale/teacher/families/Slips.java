package io.mathscale.teacher.families;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The ways to go wrong at a question: to stop a step early, to find another quantity than the one
 * that is asked for, to misread a number, to miscalculate the last step. Each leads to its wrong
 * answer through a solution that reads like the right one.
 */
final class Slips {
  private static final long[] OFF_BY = {1, -1, 2, -2, 3, -3, 4, -4, 10, -10, 100};
  private static final Pattern NUMBER = Pattern.compile("(?<![\\w^_.]|[_^]\\{)-?\\d{1,15}");

  private final Story story;
  private final String question;

  /** The wrong solutions by their answers, and at first the right one. */
  private final Map<String, PosedProblem> byAnswer = new LinkedHashMap<>();

  Slips(Story story) {
    this.story = story;
    this.question = story.question();
  }

  /** Returns the question with a wrong solution for each slip, no two with the same answer. */
  List<PosedProblem> problems() {
    byAnswer.put(story.last().answer(), story.problem());
    for (int size = story.parts().size() - 1; size > 0; size--) {
      List<StoryPart> beginning = story.parts().subList(0, size);
      add(() -> beginning);
    }

    otherQuantities(story.last().quantities());
    otherQuantities(story.last().family().quantities());
    misreadNumbers();
    miscalculations(story.last().answer(), story.last().measure().allows(Fraction.of(-1)))
        .forEach(wrong -> byAnswer.putIfAbsent(wrong, story.solved(question, wrong)));
    return byAnswer.values().stream().skip(1).toList();
  }

  /** Returns the wrong solutions of a question that a single formula tells. */
  static List<PosedProblem> ofFormula(PosedProblem right) {
    String result = " = " + right.answer() + "$";
    return miscalculations(right.answer(), true).stream()
        .map(
            wrong ->
                new PosedProblem(
                        right.question(),
                        right.solution().replace(result, " = " + wrong + "$"),
                        right.answer())
                    .concluding(wrong))
        .toList();
  }

  private void otherQuantities(List<Quantity> quantities) {
    for (Quantity quantity : quantities) {
      add(() -> StoryReader.replacingLast(story.parts(), story.last().wanting(List.of(quantity))));
    }
  }

  private void misreadNumbers() {
    for (int at = 0; at < story.parts().size(); at++) {
      Map<String, Fraction> numbers = new TreeMap<>(story.parts().get(at).setting().numbers());
      if (at > 0) {
        numbers.remove(ProblemText.LINK);
      }

      int part = at;
      numbers.forEach(
          (variable, number) ->
              misreadings(number).forEach(misread -> add(() -> misread(part, variable, misread))));
    }
  }

  /** Returns what a number may be taken for: one that is near, or its last digits exchanged. */
  private static List<Fraction> misreadings(Fraction number) {
    Stream<Fraction> misreadings =
        LongStream.of(OFF_BY).mapToObj(off -> number.plus(Fraction.of(off)));
    if (number.isWhole() && number.numerator() > 9) {
      long whole = number.numerator();
      long exchanged = whole / 100 * 100 + whole % 10 * 10 + whole / 10 % 10;
      misreadings = Stream.concat(misreadings, Stream.of(Fraction.of(exchanged)));
    }

    return misreadings.filter(misread -> misread.numerator() > 0).toList();
  }

  /** Returns the parts as they follow from a misread number. */
  private List<StoryPart> misread(int at, String variable, Fraction misread) {
    List<StoryPart> parts = new ArrayList<>(story.parts().subList(0, at));
    for (StoryPart part : story.parts().subList(at, story.parts().size())) {
      Setting setting =
          parts.size() == at
              ? part.setting().with(variable, misread)
              : part.setting().with(ProblemText.LINK, parts.get(parts.size() - 1).value());
      UnfitNumbersException.unless(part.family().mayHave(setting), "Numbers must fit together");
      parts.add(part.with(setting));
    }

    return parts;
  }

  /** Returns wrong answers that a slip in the last step gives: a number that is off, a sign. */
  private static List<String> miscalculations(String answer, boolean mayBeNegative) {
    List<MatchResult> longestFirst =
        NUMBER
            .matcher(answer)
            .results()
            .sorted(Comparator.comparingInt(found -> found.start() - found.end()))
            .toList();
    List<String> wrong = new ArrayList<>();
    for (MatchResult number : longestFirst) {
      for (long off : OFF_BY) {
        long value = Long.parseLong(number.group()) + off;
        if (value != 0 && value < 0 == number.group().startsWith("-")) {
          wrong.add(answer.substring(0, number.start()) + value + answer.substring(number.end()));
        }
      }
    }

    if (mayBeNegative && answer.matches("-?\\d+|-?\\\\frac\\{\\d+}\\{\\d+}")) {
      wrong.add(answer.startsWith("-") ? answer.substring(1) : "-" + answer);
    }

    return wrong.isEmpty() ? List.of("0") : wrong;
  }

  /** Keeps the solution that goes through the parts, if there is one and its answer is new. */
  private void add(Supplier<List<StoryPart>> parts) {
    try {
      Story slipped = new Story(parts.get(), Optional.empty(), false);
      String answer = slipped.last().answer();
      if (!byAnswer.containsKey(answer)) {
        byAnswer.put(answer, slipped.solved(question, answer));
      }
    } catch (ArithmeticException | IllegalArgumentException leadsNowhere) {
      // The numbers do not fit the situation, so nobody gets through to an answer this way.
    }
  }
}
