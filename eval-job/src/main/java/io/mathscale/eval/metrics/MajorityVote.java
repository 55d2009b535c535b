package io.mathscale.eval.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * The vote over several answers to one problem: how often the answer that most of k of them give is
 * right. All subsets of k answers count alike; of classes with equally many votes each wins equally
 * often; of the winning class each answer is handed in equally often, since a grader may call some
 * of them right and others not. Where nobody answers, nothing is right.
 *
 * @param classes the classes of answers that mean the same
 * @param silent samples without an answer
 */
public record MajorityVote(List<VotedClass> classes, int silent) {
  /** Up to so many samples, every subset is counted; of more, subsets are drawn. */
  static final int MOST_COUNTED = 64;

  /** Subsets drawn. */
  static final int DRAWS = 1_000;

  /** Copies the list. */
  public MajorityVote {
    classes = List.copyOf(classes);
  }

  /**
   * Answers that mean the same.
   *
   * @param votes how many samples give one of them, at least 1
   * @param right those of them that a grader calls right
   */
  public record VotedClass(int votes, int right) {
    private double share() {
      return (double) right / votes;
    }
  }

  /** Samples, silent ones included. */
  public int samples() {
    return silent + classes.stream().mapToInt(VotedClass::votes).sum();
  }

  /**
   * The chance that the vote of k samples is right: over all subsets of up to {@value
   * #MOST_COUNTED} samples, over {@value #DRAWS} subsets that are drawn of more.
   *
   * @param k from 1 to {@link #samples()}
   * @param random what subsets are drawn with
   */
  public double rightAt(int k, SplittableRandom random) {
    return samples() <= MOST_COUNTED ? counted(k) : drawn(k, random);
  }

  private double counted(int k) {
    TreeMap<Integer, Double> chances = new TreeMap<>();
    double right = 0;
    for (VotedClass voted : classes) {
      if (voted.right() > 0) {
        right += voted.share() * chances.computeIfAbsent(voted.votes(), votes -> wins(votes, k));
      }
    }

    return right;
  }

  /** The chance that a class with so many votes wins among k samples. */
  private double wins(int votes, int k) {
    List<Integer> others = new ArrayList<>(classes.stream().map(VotedClass::votes).toList());
    others.remove(Integer.valueOf(votes));
    double subsets = 0;
    for (int drawn = 1; drawn <= Math.min(votes, k); drawn++) {
      subsets += binomial(votes, drawn) * notBeaten(others, drawn, k - drawn);
    }

    return subsets / binomial(samples(), k);
  }

  /**
   * Choices of the remaining samples in which no other class has more votes than the winner; with
   * one more class as strong, a choice counts half, with two a third, and so on.
   */
  private double notBeaten(List<Integer> others, int most, int remaining) {
    int mostTies = remaining / most;
    double[][] choices = new double[remaining + 1][mostTies + 1];
    for (int drawn = 0; drawn <= Math.min(silent, remaining); drawn++) {
      choices[drawn][0] = binomial(silent, drawn);
    }

    for (int votes : others) {
      choices = with(votes, choices, most);
    }

    double sum = 0;
    for (int ties = 0; ties <= mostTies; ties++) {
      sum += choices[remaining][ties] / (1 + ties);
    }

    return sum;
  }

  private static double[][] with(int votes, double[][] choices, int most) {
    double[][] sum = new double[choices.length][choices[0].length];
    for (int drawn = 0; drawn < choices.length; drawn++) {
      for (int ties = 0; ties < choices[0].length; ties++) {
        double ways = choices[drawn][ties];
        int fits = Math.min(Math.min(votes, most), choices.length - 1 - drawn);
        for (int more = 0; ways > 0 && more <= fits; more++) {
          sum[drawn + more][ties + (more == most ? 1 : 0)] += ways * binomial(votes, more);
        }
      }
    }

    return sum;
  }

  private static double binomial(int n, int k) {
    double product = 1;
    for (int i = 1; i <= k; i++) {
      product = product * (n - k + i) / i;
    }

    return product;
  }

  private double drawn(int k, SplittableRandom random) {
    int[] samples = classesOfSamples();
    double right = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      int[] votes = new int[classes.size()];
      for (int i = 0; i < k; i++) {
        int other = random.nextInt(i, samples.length);
        int chosen = samples[other];
        samples[other] = samples[i];
        samples[i] = chosen;
        if (chosen < votes.length) {
          votes[chosen]++;
        }
      }

      right += rightOf(votes);
    }

    return right / DRAWS;
  }

  /** The class of each sample; the silent ones have the number after the last. */
  private int[] classesOfSamples() {
    int[] samples = new int[samples()];
    int next = 0;
    for (int i = 0; i < classes.size(); i++) {
      for (int vote = 0; vote < classes.get(i).votes(); vote++) {
        samples[next++] = i;
      }
    }

    Arrays.fill(samples, next, samples.length, classes.size());
    return samples;
  }

  private double rightOf(int[] votes) {
    int most = 1;
    int winners = 0;
    double shares = 0;
    for (int i = 0; i < votes.length; i++) {
      if (votes[i] > most) {
        most = votes[i];
        winners = 0;
        shares = 0;
      }

      if (votes[i] == most) {
        winners++;
        shares += classes.get(i).share();
      }
    }

    return winners == 0 ? 0 : shares / winners;
  }
}
