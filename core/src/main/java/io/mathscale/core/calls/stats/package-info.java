/**
 * What calls took: {@link io.mathscale.core.calls.stats.CallStats} counts it, everything else here
 * shows it, in the progress line, Spark's web UI and Spark's metrics system.
 */
package io.mathscale.core.calls.stats;
