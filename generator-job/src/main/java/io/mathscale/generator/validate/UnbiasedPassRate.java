package io.mathscale.generator.validate;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Estimates how often fresh solutions have the pair's own answer, from votes that a stopping rule
 * ended: the share of the orders in which these votes can have come that begin with one that
 * agrees. Since each order is as likely as another, this is the chance that the first vote agreed,
 * given all of them, and its mean is the true rate whatever the rule (Girshick, Mosteller and
 * Savage 1946). Where only the r-th agreeing vote could end n tries it is (r − 1) / (n − 1).
 */
final class UnbiasedPassRate {
  private final StoppingRule rule;
  private final boolean beginsAgreeing;
  private final Map<Counts, BigInteger> orders = new HashMap<>();

  /**
   * Counts orders.
   *
   * @param beginsAgreeing whether only those that begin with a vote that agrees
   */
  private UnbiasedPassRate(StoppingRule rule, boolean beginsAgreeing) {
    this.rule = rule;
    this.beginsAgreeing = beginsAgreeing;
  }

  /**
   * The rate.
   *
   * @param votes at which the rule stops, and not before
   * @return null where there are no votes
   */
  static Double of(StoppingRule rule, Votes votes) {
    if (votes.tries() == 0) {
      return null;
    }

    Counts last = new Counts(votes.agreeing(), votes.tries() - votes.answered(), votes.others());
    double agreeingFirst = new UnbiasedPassRate(rule, true).ofParts(last).doubleValue();
    return agreeingFirst / new UnbiasedPassRate(rule, false).ofParts(last).doubleValue();
  }

  /** In how many orders votes can have come, if the rule did not stop before. */
  private BigInteger of(Counts counts) {
    BigInteger known = orders.get(counts);
    if (known == null) {
      known = rule.isDecided(counts.votes()) ? BigInteger.ZERO : ofParts(counts);
      orders.put(counts, known);
    }

    return known;
  }

  /** The sum over the vote that came last. */
  private BigInteger ofParts(Counts counts) {
    int tries = counts.votes().tries();
    if (tries == 0) {
      return BigInteger.ONE;
    }

    if (tries == 1 && beginsAgreeing) {
      return BigInteger.valueOf(counts.agreeing);
    }

    BigInteger sum = BigInteger.ZERO;
    if (counts.agreeing > 0) {
      sum = sum.add(of(new Counts(counts.agreeing - 1, counts.none, counts.others)));
    }

    if (counts.none > 0) {
      sum = sum.add(of(new Counts(counts.agreeing, counts.none - 1, counts.others)));
    }

    for (int place = 0; place < counts.others.size(); place++) {
      sum = sum.add(of(counts.withoutOther(place)));
    }

    return sum;
  }

  /**
   * Votes, whatever the order in which they came.
   *
   * @param agreeing how many agreed
   * @param none how many had no answer
   * @param others how many had each other answer, the most frequent first
   */
  private record Counts(int agreeing, int none, List<Integer> others) {
    Counts withoutOther(int place) {
      List<Integer> fewer = new ArrayList<>(others);
      fewer.set(place, fewer.get(place) - 1);
      fewer.removeIf(count -> count == 0);
      fewer.sort(Comparator.reverseOrder());
      return new Counts(agreeing, none, fewer);
    }

    Votes votes() {
      int answered = agreeing + others.stream().mapToInt(Integer::intValue).sum();
      return new Votes(answered + none, agreeing, others);
    }
  }
}
