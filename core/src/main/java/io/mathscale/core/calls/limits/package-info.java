/**
 * The limits of a run's calls: rates, budget, stop. {@link
 * io.mathscale.core.calls.limits.RunLimits} keeps them, on the driver or for a static share; the
 * other side, {@link io.mathscale.core.calls.limits.LeasedPermits} and {@link
 * io.mathscale.core.calls.limits.Reporter}, asks it for permission and reports what has ended.
 * Knows neither Spark nor Hadoop.
 */
package io.mathscale.core.calls.limits;
