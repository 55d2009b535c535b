package io.mathscale.teacher.families;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Joins two problems: the answer to the first is a number in the second. */
final class Chain {
  private static final String LINK = " Let $N$ be the answer to this first part. ";
  private static final Pattern UNKNOWN = Pattern.compile("\\$N\\$|\\bN\\b");

  /** A longer search than this finds few more pairs. */
  private static final int DRAWS = 120;

  private static final int SMALLEST_LINK = 2;
  private static final int LARGEST_LINK = 10_000;

  private Chain() {}

  /**
   * Returns a chain of a problem of each family, empty where no answer fits the other's numbers.
   */
  static Optional<Problem> pose(WordedFamily first, WordedFamily second, RandomGenerator random) {
    Map<String, WordedFamily.Posed> byAnswer = new HashMap<>();

    for (int i = 0; i < DRAWS; i++) {
      WordedFamily.Posed known = first.draw(random);
      byAnswer.putIfAbsent(first.working(known.values()).answer(), known);
      WordedFamily.Posed posed = second.draw(random);

      for (String slot : posed.wording().replaceableSlots().stream().sorted().toList()) {
        long number = posed.values().at(slot);
        WordedFamily.Posed link = byAnswer.get(Long.toString(number));

        if (link != null && number >= SMALLEST_LINK && number <= LARGEST_LINK) {
          return Optional.of(
              joined(
                  link.wording().fill(link.values())
                      + LINK
                      + posed.wording().fill(posed.values(), slot),
                  first.working(link.values()),
                  second.working(posed.values())));
        }
      }
    }

    return Optional.empty();
  }

  /** Returns true if the question is a chain of two. */
  static boolean isChain(String question) {
    return question.contains(LINK);
  }

  /** Solves one part after the other. */
  static Optional<Problem> solve(String question, Function<String, Optional<Problem>> solver) {
    int link = question.indexOf(LINK);
    Optional<Problem> first = solver.apply(question.substring(0, link));

    return first.flatMap(
        problem -> {
          Matcher unknown = UNKNOWN.matcher(question.substring(link + LINK.length()));

          return solver
              .apply(unknown.replaceAll(Matcher.quoteReplacement(problem.answer())))
              .map(second -> joined(question, stepsOf(problem), stepsOf(second)));
        });
  }

  private static Working stepsOf(Problem problem) {
    List<String> lines = new ArrayList<>(List.of(problem.solution().split("\n", -1)));
    lines.remove(lines.size() - 1);

    return new Working(lines, problem.answer());
  }

  private static Problem joined(String question, Working first, Working second) {
    List<String> steps = new ArrayList<>(first.steps());
    steps.add("So $N = " + first.answer() + "$.");
    steps.addAll(second.steps());

    return new Working(steps, second.answer()).problem(question);
  }
}
