package io.mathscale.core.calls;

import java.io.Serializable;

/**
 * The driver's answer to a report.
 *
 * @param isLimited whether requests need a grant
 * @param isStopped no more requests are to be sent at all
 */
record Pace(boolean isLimited, boolean isStopped) implements Serializable {}
