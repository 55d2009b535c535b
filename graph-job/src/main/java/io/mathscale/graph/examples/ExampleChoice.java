package io.mathscale.graph.examples;

import io.mathscale.core.config.ComposeConfig;
import java.io.Serializable;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Which of the nearest seeds are shown with a composition.
 *
 * @param count how many
 * @param pool how many nearest ones they are drawn from; the count, where the nearest themselves
 *     are shown
 */
public record ExampleChoice(int count, int pool) implements Serializable {
  /** Salt of the hash of a composition that everything about its examples depends on. */
  public static final long SALT = 3;

  /** What the settings say. */
  public static ExampleChoice of(ComposeConfig config) {
    return new ExampleChoice(config.examples(), Math.max(config.examples(), config.examplePool()));
  }

  /**
   * The seeds to show, nearest first.
   *
   * @param nearest the nearest ones, nearest first; fewer than wanted where there are no more
   * @param hash of the composition
   */
  public int[] of(int[] nearest, long hash) {
    int found = Math.min(pool, nearest.length);
    int shown = Math.min(count, found);
    if (shown == found) {
      return Arrays.copyOf(nearest, shown);
    }

    // Each set of so many places is equally likely (Knuth's selection sampling, algorithm S).
    SplittableRandom random = new SplittableRandom(hash);
    int[] chosen = new int[shown];
    int taken = 0;
    for (int place = 0; taken < shown; place++) {
      if (random.nextInt(found - place) < shown - taken) {
        chosen[taken++] = nearest[place];
      }
    }

    return chosen;
  }
}
