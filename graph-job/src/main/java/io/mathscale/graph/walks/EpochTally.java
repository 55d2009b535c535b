package io.mathscale.graph.walks;

import io.mathscale.core.config.ComposeConfig;

/**
 * How far the new compositions of each epoch go.
 *
 * @param epochs epochs up to the end of walking; all that were walked where it has not ended
 * @param compositions distinct compositions in these epochs, no more than wanted
 * @param lastTaken how many of them are from the last of these epochs
 * @param latest the last epochs that were looked at together
 * @param latestNew how many of the compositions they added
 * @param ending why walking ends there
 */
public record EpochTally(
    long epochs, long compositions, long lastTaken, int latest, long latestNew, Ending ending) {
  /**
   * Fewer walks cannot tell that less than one in a thousand finds something new: epochs of fewer
   * topics are looked at several at a time.
   */
  private static final int FEWEST_WALKS = 1_000;

  /** Why walking ends. */
  public enum Ending {
    /** There are as many compositions as wanted. */
    TARGET_REACHED,
    /** The latest epochs added too few new ones. */
    TOO_FEW_NEW,
    /** It does not end yet. */
    NONE
  }

  /** Where walking ends, given the new compositions of each epoch walked. */
  static EpochTally of(long[] newByEpoch, int topics, ComposeConfig config) {
    int latest = 1 + (FEWEST_WALKS - 1) / topics;
    long total = 0;
    long latestNew = 0;
    for (int epoch = 0; epoch < newByEpoch.length; epoch++) {
      long found = newByEpoch[epoch];
      if (total + found >= config.target()) {
        long taken = config.target() - total;
        return new EpochTally(
            epoch + 1L, config.target(), taken, latest, latestNew, Ending.TARGET_REACHED);
      }

      total += found;
      latestNew += found - (epoch < latest ? 0 : newByEpoch[epoch - latest]);
      boolean isTooFew =
          latestNew == 0 || latestNew < config.minNewShare() * topics * (double) latest;
      if (epoch + 1 >= latest && isTooFew) {
        return new EpochTally(epoch + 1L, total, found, latest, latestNew, Ending.TOO_FEW_NEW);
      }
    }

    return new EpochTally(newByEpoch.length, total, 0, latest, latestNew, Ending.NONE);
  }

  /** Whether walking ends. */
  boolean isEnded() {
    return ending != Ending.NONE;
  }
}
