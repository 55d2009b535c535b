/** Benchmark files, as released or from their publishers, to the table of problems. */
package io.mathscale.eval.prepare;
