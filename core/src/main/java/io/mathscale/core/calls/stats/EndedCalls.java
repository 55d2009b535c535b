package io.mathscale.core.calls.stats;

import java.util.HashMap;
import java.util.Map;

/**
 * How many calls the batches of a command had, and how many of them failed, by families of calls: a
 * stage that asks in rounds is judged by all of its rounds, since the last of them may be one
 * question that fails each time.
 */
public final class EndedCalls {
  private final Map<String, Sum> sums = new HashMap<>();

  /**
   * What batches had.
   *
   * @param calls different calls
   * @param failed those of them that failed
   */
  public record Sum(long calls, long failed) {
    /** Of no batch. */
    public static final Sum NONE = new Sum(0, 0);

    /** Both together. */
    public Sum plus(Sum other) {
      return new Sum(calls + other.calls, failed + other.failed);
    }
  }

  /** What the batches of a family had so far. */
  public Sum of(String family) {
    return sums.getOrDefault(family, Sum.NONE);
  }

  /**
   * A batch has ended.
   *
   * @return what the batches of the family had so far, with this one
   */
  public Sum add(String family, Sum batch) {
    return sums.merge(family, batch, Sum::plus);
  }
}
