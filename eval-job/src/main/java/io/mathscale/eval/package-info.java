/** Benchmark to model outputs to scores. */
package io.mathscale.eval;
