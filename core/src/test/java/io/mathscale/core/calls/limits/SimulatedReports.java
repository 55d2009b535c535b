package io.mathscale.core.calls.limits;

import io.mathscale.core.calls.outage.ServiceReport;
import io.mathscale.core.model.Charge;

/** Reports of executors that are not there. */
public final class SimulatedReports {
  private SimulatedReports() {}

  /**
   * A report of calls that were answered, each in one request that had been granted.
   *
   * @param calls so many
   * @param estimate what each was expected to take
   * @param charge what each took
   * @param inFlight calls that go on
   * @param service what was seen of the model service
   */
  public static ExecutorReport answered(
      int calls, RequestEstimate estimate, Charge charge, long inFlight, ServiceReport service) {
    ExecutorReport report = new ExecutorReport();
    for (int call = 0; call < calls; call++) {
      report.request(estimate, true, charge);
      report.completed(false);
    }

    report.inFlight(inFlight);
    report.service(service);
    return report;
  }
}
