/**
 * What is measured: mergeable tallies, and the averages, intervals and tests over them. Knows no
 * Spark.
 */
package io.mathscale.eval.metrics;
