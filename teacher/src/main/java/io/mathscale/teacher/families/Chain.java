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

  /** A family without a whole number among so many answers hardly ever has one. */
  private static final int FEW_DRAWS = 20;

  private static final Pattern WHOLE = Pattern.compile("\\d{1,5}");
  private static final int SMALLEST_LINK = 2;
  private static final int LARGEST_LINK = 10_000;

  private Chain() {}

  /**
   * A problem that waits for a number.
   *
   * @param posed the problem
   * @param slot the slot of the number, which the answer to another problem replaces
   */
  private record Open(WordedFamily.Posed posed, String slot) {}

  /**
   * Returns a chain of a problem of each family, empty where no answer fits the other's numbers.
   */
  static Optional<Problem> pose(WordedFamily first, WordedFamily second, RandomGenerator random) {
    Map<String, Open> byNumber = open(second, random);
    boolean hasNumbers = false;

    for (int i = 0; i < DRAWS && (hasNumbers || i < FEW_DRAWS) && !byNumber.isEmpty(); i++) {
      WordedFamily.Posed posed = first.draw(random);
      Working working = first.working(posed.values());
      Open open = byNumber.get(working.answer());
      hasNumbers |= WHOLE.matcher(working.answer()).matches();

      if (open != null) {
        Values values = open.posed().values();

        return Optional.of(
            joined(
                posed.wording().fill(posed.values())
                    + LINK
                    + open.posed().wording().fill(values, open.slot()),
                working,
                second.working(values)));
      }
    }

    return Optional.empty();
  }

  /** Returns problems of a family by the numbers in them that an answer may replace. */
  private static Map<String, Open> open(WordedFamily family, RandomGenerator random) {
    Map<String, Open> byNumber = new HashMap<>();

    for (int i = 0; i < DRAWS; i++) {
      WordedFamily.Posed posed = family.draw(random);

      for (String slot : posed.wording().replaceableSlots()) {
        long number = posed.values().at(slot);

        if (number >= SMALLEST_LINK && number <= LARGEST_LINK) {
          byNumber.putIfAbsent(Long.toString(number), new Open(posed, slot));
        }
      }
    }

    return byNumber;
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
