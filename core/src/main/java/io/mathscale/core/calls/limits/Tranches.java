package io.mathscale.core.calls.limits;

import io.mathscale.core.calls.store.StoreTrouble;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the bound of what a run spends ahead of what it needs, by a tranche, so that it is written
 * about once in some seconds and not for every lease. Not thread-safe.
 */
final class Tranches {
  private static final Logger LOG = LoggerFactory.getLogger(Tranches.class);

  /** A tranche that lasts no longer than this was too small. */
  private static final long SHORT_NANOS = 1_000_000_000L;

  /** One that lasts longer than this was too large: after a kill all of it would be in doubt. */
  private static final long LONG_NANOS = 5_000_000_000L;

  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  private final SpendingBound store;
  private final LongSupplier nanoClock;
  private BigDecimal kept = BigDecimal.ZERO;
  private BigDecimal tranche = BigDecimal.ZERO;
  private long keptAt;
  private UncheckedIOException failure;
  private long failingSince;
  private long failedAt;
  private long failedFor;

  Tranches(SpendingBound store, LongSupplier nanoClock) {
    this.store = store;
    this.nanoClock = nanoClock;
  }

  /**
   * Keeps a bound that covers what is needed.
   *
   * @param needed the most that the run can have spent, with what is to be leased now
   * @param most what it may spend in all: more need not be kept
   * @return whether it is covered; false where nothing could be written
   */
  boolean cover(BigDecimal needed, BigDecimal most) {
    if (needed.compareTo(kept) <= 0) {
      return true;
    }

    boolean isTooSmall = tranche.signum() > 0 && age() < SHORT_NANOS;
    BigDecimal larger = isTooSmall ? tranche.multiply(TWO) : tranche;
    tranche = larger.max(needed.subtract(kept));
    return keep(needed.add(tranche).min(most).max(needed));
  }

  /**
   * Keeps a lower bound where calls have settled for much less than was leased.
   *
   * @param needed the most that the run can have spent
   */
  void lower(BigDecimal needed) {
    if (age() >= LONG_NANOS && kept.subtract(needed).compareTo(tranche) > 0) {
      BigDecimal half = tranche.divide(TWO);
      if (keep(needed.add(half))) {
        tranche = half;
      }
    }
  }

  /** Keeps what is needed and no more: nothing is leased any longer. */
  void end(BigDecimal needed) {
    if (needed.compareTo(kept) != 0) {
      keep(needed);
    }
  }

  /**
   * What keeps bounds from being written down, if anything does.
   *
   * @param giveUpAfter how long is waited for it
   */
  Optional<StoreTrouble> trouble(Duration giveUpAfter) {
    if (failure == null) {
      return Optional.empty();
    }

    Duration since = Duration.ofNanos(nanoClock.getAsLong() - failingSince);
    return Optional.of(
        new StoreTrouble(
            failure.getMessage().replace("Cannot write ", ""),
            String.valueOf(failure.getCause().getMessage()),
            0,
            0,
            since,
            since.compareTo(giveUpAfter) >= 0));
  }

  /** After one that failed others are heard for as long as it took: stores may fail slowly. */
  private boolean keep(BigDecimal bound) {
    long begun = nanoClock.getAsLong();
    if (failure != null && begun - failedAt < failedFor) {
      return false;
    }

    try {
      store.keep(bound);
    } catch (UncheckedIOException e) {
      LOG.debug("What may be spent cannot be written down, so nothing is sent", e);
      failedAt = nanoClock.getAsLong();
      failedFor = failedAt - begun;
      if (failure == null) {
        failingSince = failedAt;
      }

      failure = e;
      return false;
    }

    failure = null;
    kept = bound;
    keptAt = nanoClock.getAsLong();
    return true;
  }

  private long age() {
    return nanoClock.getAsLong() - keptAt;
  }
}
