package io.mathscale.core.calls.limits;

import java.io.Serializable;

/**
 * What executors must know of a run's limits: the answer to each report.
 *
 * @param isLimited whether requests need a grant
 * @param isStopped no more requests are to be sent at all
 */
public record RunState(boolean isLimited, boolean isStopped) implements Serializable {}
