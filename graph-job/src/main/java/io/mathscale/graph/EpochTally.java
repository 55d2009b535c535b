package io.mathscale.graph;

import io.mathscale.core.config.ComposeConfig;

/**
 * How far the new compositions of each epoch go.
 *
 * @param epochs epochs up to the end of walking; all that were walked where it has not ended
 * @param compositions distinct compositions in these epochs, no more than wanted
 * @param lastTaken how many of them are from the last of these epochs
 * @param ending why walking ends there
 */
record EpochTally(long epochs, long compositions, long lastTaken, Ending ending) {

  /** Why walking ends. */
  enum Ending {
    /** There are as many compositions as wanted. */
    TARGET_REACHED,
    /** A whole epoch added too few new ones. */
    TOO_FEW_NEW,
    /** It does not end yet. */
    NONE
  }

  /** Where walking ends, given the new compositions of each epoch walked. */
  static EpochTally of(long[] newByEpoch, int topics, ComposeConfig config) {
    long total = 0;
    for (int epoch = 0; epoch < newByEpoch.length; epoch++) {
      long found = newByEpoch[epoch];
      if (total + found >= config.target()) {
        return new EpochTally(
            epoch + 1L, config.target(), config.target() - total, Ending.TARGET_REACHED);
      }

      total += found;
      if (found == 0 || found < config.minNewShare() * topics) {
        return new EpochTally(epoch + 1L, total, found, Ending.TOO_FEW_NEW);
      }
    }

    return new EpochTally(newByEpoch.length, total, 0, Ending.NONE);
  }

  /** Whether walking ends. */
  boolean isEnded() {
    return ending != Ending.NONE;
  }
}
