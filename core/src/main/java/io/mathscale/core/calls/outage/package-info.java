/**
 * Outages of the model service. {@link io.mathscale.core.calls.outage.OutageWatch} sees what all
 * executors report, and pauses and resumes the calls of a run; {@link
 * io.mathscale.core.calls.outage.ServiceHealth} and {@link
 * io.mathscale.core.calls.outage.ProbeGate} are its other side, in each executor. Knows neither
 * Spark nor Hadoop.
 */
package io.mathscale.core.calls.outage;
