package io.mathscale.core.calls.outage;

import java.io.Serializable;

/**
 * What an executor must know of the model service: part of the answer to each report.
 *
 * @param isOpen whether calls may be made freely
 * @param probes where not: calls that may be made now, to see whether the service is back
 * @param isTail whether no calls are left but those in flight
 */
public record ServiceState(boolean isOpen, long probes, boolean isTail) implements Serializable {
  /** Calls are made freely. */
  public static final ServiceState OPEN = new ServiceState(true, 0, false);

  /** Nothing is known yet, so nothing is sent. */
  public static final ServiceState UNKNOWN = new ServiceState(false, 0, false);
}
