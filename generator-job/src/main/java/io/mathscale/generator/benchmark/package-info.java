/** The questions of the benchmark, which are kept out of seeds and training data. */
package io.mathscale.generator.benchmark;
