package io.mathscale.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What happens to an application and its surroundings, and when: a function of a seed.
 *
 * @param steps in the order in which they happen
 * @param areAnswersUseless whether some answers of the model service are of no use
 */
record Nemesis(List<Step> steps, boolean areAnswersUseless) {
  private static final int LEAST_PAUSE_SECONDS = 5;
  private static final int MOST_PAUSE_SECONDS = 30;
  private static final int LEAST_QUIET_SECONDS = 5;
  private static final int MOST_QUIET_SECONDS = 40;

  /** Kinds of disturbances. */
  enum Kind {
    /** A worker is killed, and another takes its place. */
    WORKER_DIES,
    /** A worker and its executors stand still for some time. */
    WORKER_PAUSES,
    /** The driver is killed; the workflow is submitted again with other limits. */
    DRIVER_DIES,
    /** The driver stands still until the workflow that is submitted again has taken its place. */
    DRIVER_IS_TAKEN_OVER,
    /** The driver stands still for some time. */
    DRIVER_PAUSES,
    /** The store does not answer for some time. */
    STORE_PAUSES,
    /** The store refuses connections for some time. */
    STORE_REFUSES,
    /** The store is slow for some time. */
    STORE_IS_SLOW,
    /** The model service does not answer for some time. */
    TEACHER_PAUSES,
    /** The model service refuses connections for some time. */
    TEACHER_REFUSES
  }

  /**
   * One disturbance.
   *
   * @param quiet how long nothing happens before it
   * @param length how long it lasts, where it lasts
   * @param choice a number from 0 that chooses among what may be hit
   */
  record Step(Kind kind, Duration quiet, Duration length, int choice) {}

  /** The disturbances of a seed; the first ones are the same for any length. */
  static Nemesis of(long seed, Duration length) {
    SplittableRandom random = new SplittableRandom(seed);
    Kind[] kinds = Kind.values();
    List<Step> steps = new ArrayList<>();
    Duration total = Duration.ZERO;
    while (total.compareTo(length) < 0) {
      Kind kind = kinds[random.nextInt(kinds.length)];
      Duration quiet =
          Duration.ofSeconds(random.nextInt(LEAST_QUIET_SECONDS, MOST_QUIET_SECONDS + 1));
      Duration pause =
          Duration.ofSeconds(random.nextInt(LEAST_PAUSE_SECONDS, MOST_PAUSE_SECONDS + 1));
      steps.add(new Step(kind, quiet, pause, random.nextInt(1_000)));
      total = total.plus(quiet).plus(pause);
    }

    return new Nemesis(List.copyOf(steps), seed % 2 == 1);
  }
}
