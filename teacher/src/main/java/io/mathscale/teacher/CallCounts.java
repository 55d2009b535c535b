package io.mathscale.teacher;

import io.mathscale.teacher.server.BodyCounts;
import io.mathscale.teacher.server.TokenUse;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/** Counts what the teacher does. Safe for threads. */
final class CallCounts {
  private final BodyCounts bodies = new BodyCounts();
  private final LongAdder requests = new LongAdder();
  private final LongAdder completed = new LongAdder();
  private final LongAdder distinct = new LongAdder();
  private final LongAdder repeated = new LongAdder();
  private final LongAdder promptTokens = new LongAdder();
  private final LongAdder completionTokens = new LongAdder();
  private final AtomicLong inFlight = new AtomicLong();
  private final LongAccumulator maxInFlight = new LongAccumulator(Math::max, 0);
  private final Map<Integer, LongAdder> byStatus = new ConcurrentHashMap<>();

  /** Counts a request that has come in. */
  void begin() {
    requests.increment();
    maxInFlight.accumulate(inFlight.incrementAndGet());
  }

  /** Counts a request that is over, whatever became of it. */
  void end() {
    inFlight.decrementAndGet();
  }

  /** Counts a status line. */
  void status(int status) {
    byStatus.computeIfAbsent(status, first -> new LongAdder()).increment();
  }

  /** Counts an attempt at a body; returns how many there were before. */
  int attempt(long bodyHash) {
    return bodies.attempt(bodyHash);
  }

  /** Counts a whole completion. */
  void complete(long bodyHash, TokenUse usage) {
    count(1, bodies.complete(bodyHash), usage);
  }

  /** Takes a completion back which did not reach the client. */
  void withdraw(long bodyHash, TokenUse usage) {
    count(-1, bodies.withdraw(bodyHash), usage);
  }

  private void count(int change, int others, TokenUse usage) {
    (others == 0 ? distinct : repeated).add(change);
    completed.add(change);
    promptTokens.add(change * usage.promptTokens());
    completionTokens.add(change * usage.completionTokens());
  }

  /** Returns all counts. */
  TeacherStats snapshot() {
    Map<String, Long> statuses = new TreeMap<>();
    byStatus.forEach((status, count) -> statuses.put(status.toString(), count.sum()));
    return new TeacherStats(
        requests.sum(),
        completed.sum(),
        statuses,
        distinct.sum(),
        repeated.sum(),
        maxInFlight.get(),
        promptTokens.sum(),
        completionTokens.sum());
  }
}
