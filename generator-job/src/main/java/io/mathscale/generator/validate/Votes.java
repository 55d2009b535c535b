package io.mathscale.generator.validate;

import io.mathscale.core.data.ValidationVerdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * The votes of fresh solutions on the answer of a pair.
 *
 * @param tries fresh solutions, those without an answer included
 * @param agreeing those that have the pair's own answer
 * @param others those that have each other answer, the most frequent first
 */
record Votes(int tries, int agreeing, List<Integer> others) {
  static final Votes NONE = new Votes(0, 0, List.of());

  /** So many fresh solutions must have an answer that counts: one may have it by an error. */
  private static final int LEAST = 2;

  Votes {
    List<Integer> sorted = new ArrayList<>(others);
    sorted.sort(Comparator.reverseOrder());
    others = Collections.unmodifiableList(sorted);
  }

  /** The same and one that has no answer. */
  Votes withNone() {
    return new Votes(tries + 1, agreeing, others);
  }

  /** The same and one that agrees. */
  Votes withAgreeing() {
    return new Votes(tries + 1, agreeing + 1, others);
  }

  /**
   * The same and one that has another answer.
   *
   * @param place of the answer among the others; one beyond the last is a new answer
   */
  Votes withOther(int place) {
    List<Integer> more = new ArrayList<>(others);
    if (place == more.size()) {
      more.add(1);
    } else {
      more.set(place, more.get(place) + 1);
    }

    return new Votes(tries + 1, agreeing, more);
  }

  /** Fresh solutions that have an answer. */
  int answered() {
    return agreeing + others.stream().mapToInt(Integer::intValue).sum();
  }

  /** Share of the largest group among those that have an answer; 0 where none has. */
  double agreement() {
    return answered() == 0 ? 0 : (double) Math.max(agreeing, most()) / answered();
  }

  /** Those that have the most frequent other answer. */
  int most() {
    return others.isEmpty() ? 0 : others.get(0);
  }

  /** Those that have the next most frequent other answer. */
  private int second() {
    return others.size() < 2 ? 0 : others.get(1);
  }

  /**
   * What the votes say. The pair's own answer is agreed to by at least two where no other has more,
   * and outvoted by one other alone that has more, at least two.
   */
  ValidationVerdict verdict() {
    if (agreeing >= LEAST && agreeing >= most()) {
      return ValidationVerdict.AGREED;
    }

    if (most() >= LEAST && most() > agreeing && most() > second()) {
      return ValidationVerdict.OUTVOTED;
    }

    return tries > 0 && answered() == 0 ? ValidationVerdict.UNSOLVED : ValidationVerdict.SPLIT;
  }

  /** Whether the pair's own answer is outvoted even if it is a vote itself. */
  boolean isClearlyOutvoted() {
    return verdict() == ValidationVerdict.OUTVOTED && most() > agreeing + 1;
  }

  /**
   * Whether the verdict stands whatever further votes say.
   *
   * @param left how many there may be
   */
  boolean isSettled(int left) {
    return switch (verdict()) {
      case AGREED -> agreeing >= most() + left;
      case OUTVOTED -> most() > agreeing + left && most() > second() + left;
      default -> left == 0;
    };
  }
}
