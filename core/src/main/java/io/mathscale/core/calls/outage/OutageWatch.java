package io.mathscale.core.calls.outage;

import io.mathscale.core.config.CallsConfig;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides by what executors report whether the model service is away: on the driver for the whole
 * application, or in an executor for itself. While it is away no calls are made but probes, one for
 * each endpoint, with a growing distance; the first answer lets all go on. So it is at the start,
 * too, until the service has answered once. Tells when the run must end. Not thread-safe.
 */
public final class OutageWatch {
  private static final Logger LOG = LoggerFactory.getLogger(OutageWatch.class);

  /** Failures are taken for an outage when nothing was answered for so long since the first. */
  private static final long WINDOW_NANOS = Duration.ofSeconds(2).toNanos();

  /** Fewer failures than these may be anything. */
  private static final long MANY = 3;

  private static final long FIRST_DISTANCE_NANOS = Duration.ofSeconds(1).toNanos();
  private static final long LONGEST_DISTANCE_NANOS = Duration.ofSeconds(30).toNanos();

  /** Nearer to each other at a start, whose patience is short. */
  private static final long LONGEST_START_DISTANCE_NANOS = Duration.ofSeconds(5).toNanos();

  /** So long a service that has shown that it is there is thought to be there. */
  private static final long THERE_NANOS = Duration.ofMinutes(1).toNanos();

  /** A run that meets nothing but rate limits for so long is said to wait. */
  private static final long LIMITED_NANOS = Duration.ofSeconds(10).toNanos();

  private final String stage;
  private final CallsConfig config;
  private final int endpoints;
  private final boolean wasProven;
  private final LongSupplier nanoClock;
  private final Map<String, Seen> executors = new HashMap<>();
  private final Totals totals = new Totals();
  private String trouble = "";
  private String end = "";
  private boolean isProven;
  private boolean isPaused = true;
  private boolean isThere;
  private boolean hasProbed;
  private boolean isProbeOver = true;
  private long failures;
  private long misdirections;
  private long unreachables;
  private long failedAt;
  private long thereAt;
  private long firstProbeAt;
  private long probedAt;
  private long nextProbeAt;
  private long distance = FIRST_DISTANCE_NANOS;

  /**
   * The watch over a run that begins.
   *
   * @param stage name of the stage
   * @param config how long to wait
   * @param endpoints among which the calls are divided
   * @param wasProven whether the service has answered before this run
   * @param nanoClock nanoseconds
   */
  public OutageWatch(
      String stage, CallsConfig config, int endpoints, boolean wasProven, LongSupplier nanoClock) {
    this.stage = stage;
    this.config = config;
    this.endpoints = endpoints;
    this.wasProven = wasProven;
    this.nanoClock = nanoClock;
    this.nextProbeAt = nanoClock.getAsLong();
  }

  /**
   * Takes a report.
   *
   * @param executor the executor that reports
   * @param report what it has seen
   * @param inFlight its calls in flight
   * @param left calls of the run that have not ended; {@link Long#MAX_VALUE} where nobody knows
   */
  public ServiceState take(String executor, ServiceReport report, long inFlight, long left) {
    long now = nanoClock.getAsLong();
    Seen seen = new Seen(report, inFlight);
    totals.replace(executors.put(executor, seen), seen);
    boolean isTail = isTail(left);
    note(report, now);
    decide(isTail, now);
    return isPaused
        ? new ServiceState(false, probes(report.waiting(), now), isTail)
        : new ServiceState(true, 0, isTail);
  }

  /** An executor is gone. */
  public void lose(String executor) {
    totals.replace(executors.remove(executor), null);
  }

  /** Whether the service has answered in this run. */
  public boolean hasAnswered() {
    return isProven;
  }

  /** Why the run must end; empty while it may go on. */
  public String end() {
    return end;
  }

  /** Whether the run waits for the service, since when and why. */
  public Waiting waiting() {
    long now = nanoClock.getAsLong();
    boolean isLimited = isHeldUp() && now - failedAt >= LIMITED_NANOS;
    return failures > 0 && (isPaused || isLimited)
        ? new Waiting(Duration.ofNanos(Math.max(1, now - failedAt)), trouble)
        : Waiting.NONE;
  }

  private void note(ServiceReport report, long now) {
    if (report.isThere()) {
      isThere = true;
      thereAt = now;
    }

    if (report.isAnswered()) {
      answered(now);
    } else {
      failed(report, now);
    }

    if (report.isLimited() && !isProven) {
      // A key and an address that are good enough to be told "too many".
      isProven = true;
      goOn(now);
    }
  }

  private void answered(long now) {
    goOn(now);
    isProven = true;
    failures = 0;
    misdirections = 0;
    unreachables = 0;
  }

  private void failed(ServiceReport report, long now) {
    boolean isFirst = failures == 0;
    long more =
        report.failures()
            + report.misdirections()
            + report.unreachables()
            + (report.isLimited() ? 1 : 0);
    if (more > 0) {
      failedAt = failures == 0 ? now : failedAt;
      failures += more;
      misdirections += report.misdirections();
      unreachables += report.unreachables();
      isProbeOver = true;
    }

    if (!report.trouble().isEmpty()) {
      trouble = report.trouble();
    }

    if (isFirst && more > 0 && isPaused) {
      warn(
          wasProven ? config.giveUpAfter() : config.startPatience(),
          wasProven ? "calls.give-up-after" : "calls.start-patience");
    }
  }

  private void warn(Duration longest, String key) {
    LOG.warn(
        "{}: the model service gives no answers: calls wait until it does, for {} at most ({}): {}",
        stage,
        text(longest),
        key,
        trouble);
  }

  private void goOn(long now) {
    if (isPaused && failures > 0) {
      LOG.info(
          "{}: the model service answers: calls go on after {}",
          stage,
          text(Duration.ofNanos(now - failedAt)));
    }

    isPaused = false;
  }

  private void decide(boolean isTail, long now) {
    if (end.isEmpty()) {
      end = isProven ? endOfWait(now) : endOfStart(now);
    }

    boolean isSeen = isTail && isThere && now - thereAt < THERE_NANOS;
    if (isPaused && isSeen) {
      isPaused = false;
    } else if (!isPaused && !isSeen && end.isEmpty() && isOutage(now)) {
      pause(now);
    }
  }

  private void pause(long now) {
    warn(config.giveUpAfter(), "calls.give-up-after");
    isPaused = true;
    isProbeOver = true;
    distance = FIRST_DISTANCE_NANOS;
    nextProbeAt = now + distance;
    probedAt = now;
  }

  /** At least half of the calls in flight have failed, and nothing was answered since. */
  private boolean isOutage(long now) {
    long stuck = totals.stuck;
    return failures >= MANY
        && now - failedAt >= WINDOW_NANOS
        && stuck > 0
        && 2 * stuck >= inFlight();
  }

  /** At least half of the calls in flight wait for the service, or for its limits. */
  private boolean isHeldUp() {
    long held = Math.max(totals.stuck, heldByLimits());
    return held > 0 && 2 * held >= inFlight();
  }

  private long heldByLimits() {
    return totals.limited;
  }

  private String endOfStart(long now) {
    if (misdirections >= MANY) {
      return misdirectedEnd();
    }

    if (!wasProven && unreachables >= MANY) {
      return "The model service must be reachable: " + trouble;
    }

    boolean isVain = failures >= MANY && hasProbed && underWay() == 0;
    if (isVain && wasProven) {
      return endOfWait(now);
    }

    return isVain && now - firstProbeAt >= config.startPatience().toNanos()
        ? "The model service must be reachable: %s (no answer in %s, calls.start-patience)"
            .formatted(trouble, text(config.startPatience()))
        : "";
  }

  private String endOfWait(long now) {
    long misdirected = totals.misdirected;
    if (misdirections >= MANY
        && now - failedAt >= WINDOW_NANOS
        && misdirected > 0
        && 2 * misdirected >= inFlight()) {
      return misdirectedEnd();
    }

    boolean isVain = failures > 0 && (isPaused || isHeldUp());
    if (!isVain || now - failedAt < config.giveUpAfter().toNanos()) {
      return "";
    }

    boolean isLimited = heldByLimits() > 0 && 2 * heldByLimits() >= inFlight();
    if (isLimited && config.waitForQuota()) {
      return "";
    }

    return "%s: the model service must answer within %s (calls.give-up-after): %s%s; what was answered is kept"
        .formatted(
            stage,
            text(config.giveUpAfter()),
            trouble,
            isLimited ? "; calls.wait-for-quota = true waits as long as it takes" : "");
  }

  private String misdirectedEnd() {
    return "The model service must be where model.base-url says: " + trouble;
  }

  /** Calls that an executor may make now to see whether the service is back. */
  private long probes(long waiting, long now) {
    boolean isDue =
        (isProbeOver && now - nextProbeAt >= 0)
            || (hasProbed
                && now - probedAt >= LONGEST_DISTANCE_NANOS
                && (isProven || underWay() == 0));
    if (waiting == 0 || !isDue) {
      return 0;
    }

    firstProbeAt = hasProbed ? firstProbeAt : now;
    hasProbed = true;
    isProbeOver = false;
    probedAt = now;
    nextProbeAt = now + distance;
    distance =
        Math.min(2 * distance, isProven ? LONGEST_DISTANCE_NANOS : LONGEST_START_DISTANCE_NANOS);
    return Math.min(waiting, endpoints);
  }

  /** No calls are left but those in flight: no executor has all that it may have, or all have. */
  private boolean isTail(long left) {
    return totals.full == 0 || left <= totals.inFlight;
  }

  private long underWay() {
    return totals.underWay;
  }

  private long inFlight() {
    return totals.inFlight;
  }

  /** Minutes and hours where they are whole, else seconds. */
  private static String text(Duration duration) {
    long seconds = duration.toSeconds();
    if (seconds >= 3_600 && seconds % 3_600 == 0) {
      return seconds / 3_600 + " h";
    }

    return seconds >= 60 && seconds % 60 == 0 ? seconds / 60 + " min" : seconds + " s";
  }

  /**
   * The last report of an executor.
   *
   * @param report what it has seen
   * @param inFlight its calls in flight
   */
  private record Seen(ServiceReport report, long inFlight) {}

  /**
   * Sums over the last reports of all executors: with a thousand of them, adding up anew at each
   * report would take most of the driver's time.
   */
  private final class Totals {
    private long stuck;
    private long misdirected;
    private long limited;
    private long underWay;
    private long inFlight;
    private long full;

    void replace(Seen before, Seen after) {
      if (before != null) {
        add(before, -1);
      }

      if (after != null) {
        add(after, 1);
      }
    }

    private void add(Seen seen, int sign) {
      stuck += sign * seen.report.stuck();
      misdirected += sign * seen.report.misdirected();
      limited += sign * seen.report.limited();
      underWay += sign * seen.report.underWay();
      inFlight += sign * seen.inFlight;
      full += seen.inFlight >= config.inFlightPerExecutor() ? sign : 0;
    }
  }
}
