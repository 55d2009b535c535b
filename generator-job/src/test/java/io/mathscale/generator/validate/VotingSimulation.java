package io.mathscale.generator.validate;

import io.mathscale.core.config.ValidateConfig.Rule;
import io.mathscale.core.data.ValidationVerdict;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Pairs and fresh solutions of known error rates, without a model: what a stopping rule makes of
 * them. {@code main} prints the table of docs/validation.md.
 */
final class VotingSimulation {
  private static final int MOST = 5;
  private static final int RIGHT = 0;
  private static final int POPULAR = 1;

  private final Random random;
  private final double coincidence;
  private final double correlation;
  private int nextAnswer = POPULAR + 1;

  /**
   * A simulation.
   *
   * @param coincidence share of wrong answers to a question that are its popular wrong answer; the
   *     others are all different
   * @param correlation share of solutions that are right or wrong as the pair's own is, with its
   *     answer; the others do not depend on it
   */
  VotingSimulation(double coincidence, double correlation, long seed) {
    this.coincidence = coincidence;
    this.correlation = correlation;
    this.random = new Random(seed);
  }

  /**
   * What became of pairs.
   *
   * @param right pairs with a right answer by verdict
   * @param wrong pairs with a wrong answer by verdict
   * @param calls fresh solutions asked for
   */
  record Outcome(
      Map<ValidationVerdict, Integer> right, Map<ValidationVerdict, Integer> wrong, long calls) {
    /** Share of the pairs with a wrong answer that are agreed to. */
    double wrongAgreed() {
      return share(wrong, ValidationVerdict.AGREED);
    }

    /** Share of the pairs with a right answer that are not agreed to. */
    double rightNotAgreed() {
      return 1 - share(right, ValidationVerdict.AGREED);
    }

    /** Share of the pairs with a right answer that are outvoted. */
    double rightOutvoted() {
      return share(right, ValidationVerdict.OUTVOTED);
    }

    /** Calls as a share of those of as many as there may be for each pair. */
    double callShare() {
      return (double) calls / MOST / (sum(right) + sum(wrong));
    }

    private static int sum(Map<ValidationVerdict, Integer> counts) {
      return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static double share(Map<ValidationVerdict, Integer> counts, ValidationVerdict verdict) {
      return (double) counts.getOrDefault(verdict, 0) / Math.max(1, sum(counts));
    }
  }

  /**
   * Runs pairs.
   *
   * @param errorRates of the pairs, in turn; a fresh solution has that of its pair
   */
  Outcome run(Rule rule, int pairs, double... errorRates) {
    StoppingRule stopping = new StoppingRule(rule, MOST);
    Map<ValidationVerdict, Integer> right = new EnumMap<>(ValidationVerdict.class);
    Map<ValidationVerdict, Integer> wrong = new EnumMap<>(ValidationVerdict.class);
    long calls = 0;
    for (int pair = 0; pair < pairs; pair++) {
      double errorRate = errorRates[pair % errorRates.length];
      int own = answer(errorRate);
      Votes votes = votes(stopping, own, errorRate);
      calls += votes.tries();
      (own == RIGHT ? right : wrong).merge(votes.verdict(), 1, Integer::sum);
    }

    return new Outcome(right, wrong, calls);
  }

  private Votes votes(StoppingRule rule, int own, double errorRate) {
    Votes votes = Votes.NONE;
    List<Integer> answers = new ArrayList<>();
    while (!rule.isDecided(votes)) {
      int answer = random.nextDouble() < correlation ? own : answer(errorRate);
      answers.add(answer);
      votes = count(own, answers);
    }

    return votes;
  }

  private static Votes count(int own, List<Integer> answers) {
    List<Integer> others =
        answers.stream()
            .filter(answer -> answer != own)
            .distinct()
            .map(answer -> (int) answers.stream().filter(answer::equals).count())
            .toList();
    int agreeing = (int) answers.stream().filter(answer -> answer == own).count();
    return new Votes(answers.size(), agreeing, others);
  }

  private int answer(double errorRate) {
    if (random.nextDouble() >= errorRate) {
      return RIGHT;
    }

    return random.nextDouble() < coincidence ? POPULAR : nextAnswer++;
  }

  /** Prints the rows of the table, each of so many pairs. */
  public static void main(String[] args) {
    int pairs = 200_000;
    System.out.println(
        "| error rate | coincide | correlated | rule | calls | wrong agreed | right not agreed |"
            + " right outvoted |");
    System.out.println("|---|---|---|---|---|---|---|---|");
    double[][] rates = {{0.05, 0.30}, {0.05}, {0.10}, {0.20}, {0.30}, {0.40}, {0.50}, {0.60}};
    for (double[] errorRates : rates) {
      for (double coincidence : new double[] {0.3, 0.8}) {
        print(pairs, coincidence, 0, errorRates);
      }
    }

    for (double correlation : new double[] {0.1, 0.2, 0.4}) {
      print(pairs, 0.3, correlation, 0.05, 0.30);
    }
  }

  private static void print(int pairs, double coincidence, double correlation, double... rates) {
    for (Rule rule : Rule.values()) {
      Outcome outcome = new VotingSimulation(coincidence, correlation, 7).run(rule, pairs, rates);
      System.out.printf(
          Locale.ROOT,
          "| %s | %.0f %% | %.0f %% | %s | %.2f | %.2f %% | %.2f %% | %.2f %% |%n",
          rates.length == 1 ? percent(rates[0]) : percent(rates[0]) + " and " + percent(rates[1]),
          100 * coincidence,
          100 * correlation,
          rule.name().toLowerCase(Locale.ROOT),
          MOST * outcome.callShare(),
          100 * outcome.wrongAgreed(),
          100 * outcome.rightNotAgreed(),
          100 * outcome.rightOutvoted());
    }
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }
}
