/**
 * Questions of the benchmark in the training data: equal, with a few words changed, or with other
 * numbers.
 */
package io.mathscale.generator.decontaminate;
