package io.mathscale.core.calls;

import java.util.HashMap;
import java.util.Map;

/**
 * Which task attempt asks for the rows of each partition. A speculative copy or a retry waits until
 * the attempt before it is gone, then finds in the journal what that one has done. Thread-safe.
 */
final class PartitionClaims {
  private final Map<Integer, Owner> owners = new HashMap<>();

  /** Whether the attempt owns the partition now. */
  synchronized boolean claim(String executor, int partition, long attempt) {
    Owner owner = owners.computeIfAbsent(partition, free -> new Owner(executor, attempt));
    return owner.attempt() == attempt;
  }

  synchronized void release(int partition, long attempt) {
    Owner owner = owners.get(partition);
    if (owner != null && owner.attempt() == attempt) {
      owners.remove(partition);
    }
  }

  /** An executor is gone, and with it all its attempts. */
  synchronized void lose(String executor) {
    owners.values().removeIf(owner -> owner.executor().equals(executor));
  }

  private record Owner(String executor, long attempt) {}
}
