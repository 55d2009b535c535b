package io.mathscale.generator.solve;

import io.mathscale.core.config.SolveConfig;
import io.mathscale.core.config.SolveConfig.Mode;
import io.mathscale.core.identity.StableHash;
import java.io.Serializable;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * When enough tries at a question were made, and what they say of its pass rate. With {@code
 * uniform} tries end at the k-th right one; with {@code prop2diff} the first tries, the pilot,
 * measure the failure rate, and the others end when as many are right as k times that rate
 * (DART-Math, arXiv 2407.13690, section 3.2: a number proportional to the failure rate, k for the
 * hardest; one at least, which section 4.3 tries without as well). Both end at a cap.
 *
 * @param mode which of the two
 * @param right k
 * @param maxTries the cap
 * @param pilot tries of the pilot
 * @param atLeast so many are wanted where k times the failure rate is less
 * @param carried what is added to k times the failures of the pilot before it is divided by {@code
 *     pilot}, of which it is less: different for each question, so that fractions are not lost but
 *     wanted of as many questions as they say
 */
public record SolveRule(Mode mode, int right, int maxTries, int pilot, int atLeast, int carried)
    implements Serializable {
  /** As the configuration says. */
  public static SolveRule of(SolveConfig config) {
    return new SolveRule(
        config.mode(), config.right(), config.maxTries(), config.pilot(), config.atLeast(), 0);
  }

  /** The same for one question, a function of its id. */
  SolveRule forQuestion(String question) {
    int own = (int) Math.floorMod(StableHash.hash(0, question, "solve"), (long) pilot);
    return new SolveRule(mode, right, maxTries, pilot, atLeast, own);
  }

  /**
   * The rule as rows name it: {@code uniform(4, 32)}, {@code prop2diff(4, 32, 8)}, {@code
   * prop2diff(4, 32, 8, 0)} where not one is wanted at least.
   */
  public String label() {
    return mode == Mode.UNIFORM
        ? String.format(Locale.ROOT, "uniform(%d, %d)", right, maxTries)
        : String.format(
            Locale.ROOT,
            "prop2diff(%d, %d, %d%s)",
            right,
            maxTries,
            pilot,
            atLeast == 1 ? "" : ", " + atLeast);
  }

  /**
   * How many right solutions are wanted of a question.
   *
   * @param pilotRight right ones of the pilot
   */
  int wanted(int pilotRight) {
    return mode == Mode.UNIFORM
        ? right
        : Math.max(atLeast, (int) (((long) right * (pilot - pilotRight) + carried) / pilot));
  }

  /** The tries that are made whatever they say. */
  int least() {
    return mode == Mode.UNIFORM ? 1 : pilot;
  }

  /**
   * The pass rate without bias: the chance that the first try was right, given how the tries ended.
   * As all orders of tries that end so are equally likely, it is the share of these orders that
   * begin with a right one (Girshick, Mosteller and Savage, 1946). At the k-th right try that is
   * (k−1)/(n−1), at the cap r/n.
   *
   * @param tries n, until the rule ended them
   * @param rightTries r, those of them that are right
   * @param isCapped whether they ended at the cap, with fewer right ones than wanted
   * @return empty without tries, and with k = 1, where the orders say nothing but whether the first
   *     was right
   */
  OptionalDouble passRate(int tries, int rightTries, boolean isCapped) {
    if (tries == 0 || (mode == Mode.UNIFORM && right == 1 && !isCapped)) {
      return OptionalDouble.empty();
    }

    if (mode == Mode.PROP2DIFF && tries > pilot) {
      return afterPilot(tries, rightTries, isCapped);
    }

    return mode == Mode.UNIFORM && !isCapped
        ? OptionalDouble.of((double) (rightTries - 1) / (tries - 1))
        : OptionalDouble.of((double) rightTries / tries);
  }

  /**
   * The number of right tries in the pilot is not told by the end alone: each that leads there is
   * weighed by its orders.
   */
  private OptionalDouble afterPilot(int tries, int rightTries, boolean isCapped) {
    int later = tries - pilot;
    double[] orders = new double[pilot + 1];
    double most = Double.NEGATIVE_INFINITY;
    for (int ofPilot = 0; ofPilot <= pilot; ofPilot++) {
      int ofLater = rightTries - ofPilot;
      boolean leadsHere =
          isCapped ? wanted(ofPilot) > rightTries : wanted(ofPilot) == rightTries && ofLater > 0;
      orders[ofPilot] =
          !leadsHere
              ? Double.NEGATIVE_INFINITY
              : logChoose(pilot, ofPilot)
                  + (isCapped ? logChoose(later, ofLater) : logChoose(later - 1, ofLater - 1));
      most = Math.max(most, orders[ofPilot]);
    }

    double all = 0;
    double beginRight = 0;
    for (int ofPilot = 0; ofPilot <= pilot; ofPilot++) {
      double weight = Math.exp(orders[ofPilot] - most);
      all += weight;
      beginRight += weight * ofPilot / pilot;
    }

    return OptionalDouble.of(beginRight / all);
  }

  /** Logarithm of a binomial coefficient; minus infinity where it is 0. */
  private static double logChoose(int all, int chosen) {
    if (chosen < 0 || chosen > all) {
      return Double.NEGATIVE_INFINITY;
    }

    double log = 0;
    for (int i = 1; i <= chosen; i++) {
      log += Math.log((double) (all - chosen + i) / i);
    }

    return log;
  }
}
