/** What is asked again: calls that failed for now, and answers that are not what was asked for. */
package io.mathscale.core.model.retry;
