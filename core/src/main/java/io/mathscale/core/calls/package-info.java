/**
 * The call engine: prompts to completions on Spark, each paid for once.
 *
 * <pre>
 * driver    Completions → StageRun ─ tasks ─▶ executors     CallsDriver: RunLimits, PartitionClaims
 *               │                                                 ▲ leases, reports, claims
 * executor      │  AskModel → TaskCalls → ExecutorCalls (BoundedExecutor, ModelStack, LeasedPermits, Reporter)
 *               ▼                │
 *            Journal ◀── lines ─ JournalWriter
 * </pre>
 *
 * <p>Answers leave a task by the journal alone. {@link io.mathscale.core.calls.Completions} is the
 * only door.
 */
package io.mathscale.core.calls;
