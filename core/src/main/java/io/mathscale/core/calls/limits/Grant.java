package io.mathscale.core.calls.limits;

import java.io.Serializable;

/**
 * The answer to a wish to send requests.
 *
 * @param granted how many of them may be sent now, the first ones
 * @param waitNanos ask again for the others after so long
 * @param isStopped no more requests are to be sent at all
 */
public record Grant(int granted, long waitNanos, boolean isStopped) implements Serializable {}
