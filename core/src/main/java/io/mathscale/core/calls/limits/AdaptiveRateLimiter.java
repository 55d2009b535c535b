package io.mathscale.core.calls.limits;

import io.mathscale.core.model.TokenBucket;

/**
 * The request rate that the service bears. No limit until it says "too many", or tells in its
 * headers that a limit of its own is near. Judges a second or more at a time:
 *
 * <ul>
 *   <li>headers tell that a limit is near: as fast as it refills, a little faster while more than a
 *       tenth of it is left, a little slower while less is;
 *   <li>"too many": as fast as requests were accepted; but where that helped nothing, the rate is
 *       not what the service minds, and it is left alone for a while;
 *   <li>neither: a little faster, at last without a limit (additive increase and multiplicative
 *       decrease; Chiu and Jain, 1989).
 * </ul>
 *
 * <p>Not thread-safe.
 */
final class AdaptiveRateLimiter {
  /** What the rate is set to, of the rate at which requests were accepted. */
  private static final double OF_ACCEPTED = 0.95;

  private static final double INCREASE_SHARE = 0.05;
  private static final double LEAST_PER_MINUTE = 6;

  /** Above this multiple of the rate at the last refusal, the limit is lifted again. */
  private static final double FREE_AGAIN = 4;

  /** A service that refuses a larger share always means the rate. */
  private static final double SERIOUS = 0.5;

  /** So long refusals are not taken for a matter of the rate, once less of it has not helped. */
  private static final double LEFT_ALONE_SECONDS = 30;

  /** While more than this share of the service's own limit is left, it is far. */
  private static final double NEAR = 0.3;

  /** The share of the service's own limit that is kept free. */
  private static final double KEPT_FREE = 0.1;

  /**
   * Headers change the rate by this factor at most at once, so that no odd answer stops everything.
   */
  private static final double MOST_CHANGE = 4;

  /** A second with fewer requests than these is joined to the next, for so long at most. */
  private static final long ENOUGH_REQUESTS = 10;

  private static final double LONGEST_WINDOW_SECONDS = 10;

  private static final double SECONDS_PER_MINUTE = 60;
  private static final double SECOND = 1e9;

  private final TokenBucket bucket;
  private long windowStart;
  private long requests;
  private long refusals;
  private Headroom headroom = Headroom.UNKNOWN;
  private Headroom headroomBefore = Headroom.UNKNOWN;
  private double atRefusal;
  private boolean isProbation;
  private double shareBefore;
  private double rateBefore;
  private double leftAloneSeconds;
  private boolean hasBegun;

  AdaptiveRateLimiter(long now) {
    this.bucket = new TokenBucket(0, now);
    this.windowStart = now;
  }

  boolean isLimited() {
    return bucket.isLimited();
  }

  /** Requests a minute; 0 for no limit. */
  double perMinute() {
    return bucket.perMinute();
  }

  long nanosUntilReady(long now) {
    return bucket.nanosUntilReady(now);
  }

  void take() {
    bucket.take(1);
  }

  /**
   * Requests ended.
   *
   * @param ended how many
   * @param refused how many of them were "too many"
   * @param told the nearest limit that the service reported
   * @param now nanoseconds
   */
  void settled(long ended, long refused, Headroom told, long now) {
    headroom = headroom.least(told);
    if (!hasBegun && ended > 0) {
      hasBegun = true;
      if (now - windowStart > SECOND) {
        // Executors had to start first: that time says nothing of what the service bears.
        windowStart = now;
        return;
      }
    }

    requests += ended;
    refusals += refused;
    double seconds = (now - windowStart) / SECOND;
    if (seconds >= 1 && (requests >= ENOUGH_REQUESTS || seconds >= LONGEST_WINDOW_SECONDS)) {
      judge(seconds, now);
      headroomBefore = headroom;
      headroom = Headroom.UNKNOWN;
      requests = 0;
      refusals = 0;
      windowStart = now;
    }
  }

  private void judge(double seconds, long now) {
    leftAloneSeconds -= seconds;
    if (headroom.isKnown() && headroom.left() < NEAR && requests > 0) {
      follow(seconds, now);
    } else if (refusals > 0 && leftAloneSeconds <= 0) {
      giveWay(seconds, now);
    } else if (bucket.isLimited()) {
      isProbation = false;
      double raised = bucket.perMinute() + Math.max(1, INCREASE_SHARE * atRefusal * seconds);
      bucket.setRate(raised > FREE_AGAIN * atRefusal ? 0 : raised, now);
    }
  }

  /** Sets the rate at which the nearest limit refills. */
  private void follow(double seconds, long now) {
    double perMinute = headroom.requestsPerSecond() * SECONDS_PER_MINUTE;
    if (Double.isInfinite(perMinute)) {
      // Tokens: the share that the window's requests took tells what one takes.
      double drained = headroomBefore.isKnown() ? headroomBefore.left() - headroom.left() : 0;
      double taken = drained / seconds + headroom.refillPerSecond();
      double ratio = taken > 0 ? headroom.refillPerSecond() / taken : MOST_CHANGE;
      double accepted = (requests - refusals) * SECONDS_PER_MINUTE / seconds;
      perMinute = accepted * Math.max(1 / MOST_CHANGE, Math.min(MOST_CHANGE, ratio));
    }

    limit(perMinute * (1 - KEPT_FREE + headroom.left()), now);
  }

  private void giveWay(double seconds, long now) {
    double share = (double) refusals / requests;
    if (isProbation && share < SERIOUS && share > shareBefore / 2) {
      isProbation = false;
      leftAloneSeconds = LEFT_ALONE_SECONDS;
      bucket.setRate(rateBefore, now);
      return;
    }

    isProbation = true;
    shareBefore = share;
    rateBefore = bucket.perMinute();
    limit(OF_ACCEPTED * (requests - refusals) * SECONDS_PER_MINUTE / seconds, now);
  }

  private void limit(double perMinute, long now) {
    atRefusal = Math.max(LEAST_PER_MINUTE, perMinute);
    bucket.setRate(atRefusal, now);
  }
}
