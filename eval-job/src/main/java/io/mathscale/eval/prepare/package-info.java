/**
 * Rows of benchmark files to problems with their places in the benchmark. What the rows look like
 * is known to {@code core.source.layouts}.
 */
package io.mathscale.eval.prepare;
