package io.mathscale.generator.seeds;

import io.mathscale.grader.Graders;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The answers that rows give to one question: the first, and those that are not equal to it. */
final class GivenAnswers {
  /** No more answers than this are listed: a question has few. */
  private static final int MAX_OTHERS = 10;

  /** No more answers than this are compared: of those beyond, nothing is said. */
  private static final int MAX_COMPARED = 1_000;

  private final Set<String> equal = new HashSet<>();
  private final Set<String> unequal = new HashSet<>();
  private final List<String> others = new ArrayList<>();
  private String first;

  /** The answers of a question whose first is this; empty where it is not known. */
  GivenAnswers(String first) {
    this.first = first;
    this.equal.add(first);
  }

  /** Adds an answer; tells whether it is equal to the first, or nothing is known of it. */
  boolean add(String answer) {
    if (answer.isEmpty() || equal.contains(answer)) {
      return true;
    }

    if (first.isEmpty()) {
      first = answer;
      equal.add(answer);
      return true;
    }

    if (unequal.contains(answer)) {
      return false;
    }

    if (equal.size() + unequal.size() >= MAX_COMPARED) {
      return true;
    }

    if (Graders.strict().gradeAnswer(answer, first).isRight()) {
      equal.add(answer);
      return true;
    }

    unequal.add(answer);
    if (others.size() < MAX_OTHERS) {
      others.add(answer);
    }

    return false;
  }

  /** The first answer; empty where there is none. */
  String first() {
    return first;
  }

  /** The answers that are not equal to the first, in the order in which they were added. */
  List<String> others() {
    return List.copyOf(others);
  }
}
