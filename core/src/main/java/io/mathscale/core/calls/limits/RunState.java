package io.mathscale.core.calls.limits;

import io.mathscale.core.calls.outage.ServiceState;
import java.io.Serializable;

/**
 * What executors must know of a run's limits: the answer to each report.
 *
 * @param isLimited whether requests need a grant
 * @param isStopped no more requests are to be sent at all
 * @param service whether the model service answers
 */
public record RunState(boolean isLimited, boolean isStopped, ServiceState service)
    implements Serializable {}
