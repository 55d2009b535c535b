package io.mathscale.core.calls.store;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which processes of a run wait for a store that cannot be written; says so, but not often. */
public final class StoreWaits {
  private static final Logger LOG = LoggerFactory.getLogger(StoreWaits.class);

  /** While it lasts, it is said again after so long. */
  private static final Duration REMINDER = Duration.ofMinutes(5);

  private static final long KIBIBYTE = 1024;

  private final String stage;
  private final Duration giveUpAfter;
  private final LongSupplier nanoClock;
  private final Map<String, StoreTrouble> troubles = new TreeMap<>();
  private long saidAt;

  /**
   * No process waits.
   *
   * @param stage name of the stage
   * @param giveUpAfter how long is waited
   * @param nanoClock nanoseconds
   */
  public StoreWaits(String stage, Duration giveUpAfter, LongSupplier nanoClock) {
    this.stage = stage;
    this.giveUpAfter = giveUpAfter;
    this.nanoClock = nanoClock;
  }

  /**
   * Notes what keeps a process waiting.
   *
   * @param process the process
   * @param trouble empty if it waits no longer
   */
  public void note(String process, Optional<StoreTrouble> trouble) {
    if (trouble.isPresent()) {
      wait(process, trouble.get());
    } else if (troubles.containsKey(process) && !isGivenUp()) {
      end(process);
    }
  }

  private void wait(String process, StoreTrouble trouble) {
    boolean isNews = troubles.isEmpty();
    troubles.put(process, trouble);
    long now = nanoClock.getAsLong();
    if (isNews || now - saidAt >= REMINDER.toNanos()) {
      saidAt = now;
      LOG.warn(
          "{}: waiting to write to {} ({}) for {}: {} answers in memory need {} KiB; no new calls"
              + " are begun, and the run ends when {} have passed",
          stage,
          trouble.path(),
          trouble.cause(),
          seconds(trouble.since()),
          lines(),
          kibibytes(),
          seconds(giveUpAfter));
    }
  }

  private void end(String process) {
    StoreTrouble ended = troubles.remove(process);
    if (troubles.isEmpty()) {
      LOG.info(
          "{}: {} can be written again: going on, and no answer was lost", stage, ended.path());
    }
  }

  /** A process is gone, and with it what it held. */
  public void lose(String process) {
    troubles.remove(process);
  }

  /** Why a process waits; empty while none does. */
  public Optional<String> trouble() {
    return troubles.values().stream().findFirst().map(StoreTrouble::cause);
  }

  private boolean isGivenUp() {
    return troubles.values().stream().anyMatch(StoreTrouble::isGivenUp);
  }

  /** What the user should know where a process has waited for longer than allowed. */
  public Optional<String> givenUp() {
    return troubles.values().stream().filter(StoreTrouble::isGivenUp).findFirst().map(this::told);
  }

  private String told(StoreTrouble trouble) {
    return ("%s: the workspace must be writable: nothing could be written to %s for %s"
            + " (calls.give-up-after): %s; %d answers in memory, %d KiB, are lost, what was written"
            + " before is kept; mend it and run again to go on")
        .formatted(
            stage, trouble.path(), seconds(trouble.since()), trouble.cause(), lines(), kibibytes());
  }

  private long lines() {
    return troubles.values().stream().mapToLong(StoreTrouble::lines).sum();
  }

  private long kibibytes() {
    return troubles.values().stream().mapToLong(StoreTrouble::bytes).sum() / KIBIBYTE + 1;
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%,d s", duration.toSeconds());
  }
}
