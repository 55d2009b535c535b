package io.mathscale.core.calls;

import java.io.Serializable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which task attempt asks for the rows of each partition. A speculative copy or a retry waits until
 * the attempt before it is gone, then finds in the journal what that one has done. Thread-safe.
 */
final class PartitionClaims {
  private final Map<Integer, Owner> owners = new HashMap<>();
  private final Set<String> gone = new HashSet<>();

  /** By partition, the executors of all that ever owned it, by attempt. */
  private final Map<Integer, Map<Long, String>> everOwned = new HashMap<>();

  /**
   * The answer to a claim.
   *
   * @param isOwned whether the attempt owns the partition now
   * @param earlier the executors in which earlier attempts owned it
   */
  record Answer(boolean isOwned, List<String> earlier) implements Serializable {}

  /**
   * Gives the partition to the attempt, unless another owns it, or its executor is gone: what it
   * had said may come after the news of its end.
   */
  synchronized Answer claim(String executor, int partition, long attempt) {
    if (gone.contains(executor)) {
      return new Answer(false, List.of());
    }

    Owner owner = owners.computeIfAbsent(partition, free -> new Owner(executor, attempt));
    if (owner.attempt() != attempt) {
      return new Answer(false, List.of());
    }

    Map<Long, String> attempts = everOwned.computeIfAbsent(partition, none -> new HashMap<>());
    attempts.put(attempt, executor);
    TreeSet<String> earlier = new TreeSet<>();
    attempts.forEach(
        (id, where) -> {
          if (id != attempt) {
            earlier.add(where);
          }
        });
    return new Answer(true, List.copyOf(earlier));
  }

  synchronized void release(int partition, long attempt) {
    Owner owner = owners.get(partition);
    if (owner != null && owner.attempt() == attempt) {
      owners.remove(partition);
    }
  }

  /** An executor is gone, and with it all its attempts. */
  synchronized void lose(String executor) {
    gone.add(executor);
    owners.values().removeIf(owner -> owner.executor().equals(executor));
  }

  private record Owner(String executor, long attempt) {}
}
