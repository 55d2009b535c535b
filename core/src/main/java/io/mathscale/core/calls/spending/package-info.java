/**
 * What the stages of a workspace have spent in all their runs, and the {@link
 * io.mathscale.core.calls.spending.Budgets} that it counts against.
 */
package io.mathscale.core.calls.spending;
