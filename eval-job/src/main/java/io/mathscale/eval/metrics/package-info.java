/** What is measured: mergeable tallies and the pure formulas over them. Knows no Spark. */
package io.mathscale.eval.metrics;
