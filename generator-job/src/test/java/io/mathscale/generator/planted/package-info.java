/**
 * Pairs with faults of known kinds planted among clean ones, and what {@code refine} finds of them:
 * for tests and {@code benchmarks/refine.sh}. A new kind is one more constant of {@code Fault}.
 */
package io.mathscale.generator.planted;
