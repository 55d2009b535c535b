package io.mathscale.core.calls.limits;

import java.util.ArrayList;
import java.util.List;

/** A way to limits of a given run that remembers what went along it and may break. */
final class ScriptedLimitsClient implements LimitsClient {
  private final RunLimits limits;
  private final List<Integer> leases = new ArrayList<>();
  private final List<ExecutorReport> settlements = new ArrayList<>();
  private boolean isBroken;

  ScriptedLimitsClient(RunLimits limits) {
    this.limits = limits;
  }

  /** From now on nobody answers. */
  synchronized void breakOff() {
    isBroken = true;
  }

  /** How many requests were wanted each time. */
  synchronized List<Integer> leases() {
    return List.copyOf(leases);
  }

  /** The reports so far. */
  synchronized List<ExecutorReport> settlements() {
    return List.copyOf(settlements);
  }

  @Override
  public synchronized Grant lease(List<RequestEstimate> wanted) {
    requireWhole();
    leases.add(wanted.size());
    return limits.lease("a", wanted);
  }

  @Override
  public synchronized RunState settle(ExecutorReport ended) {
    requireWhole();
    settlements.add(ended);
    return limits.settle("a", ended);
  }

  private void requireWhole() {
    if (isBroken) {
      throw new IllegalStateException("The driver is gone");
    }
  }
}
