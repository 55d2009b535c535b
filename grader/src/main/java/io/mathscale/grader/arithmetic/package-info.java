/**
 * Evaluates expressions: as exact fractions, modulo primes, and to many digits with a bound of the
 * error (ball arithmetic).
 */
package io.mathscale.grader.arithmetic;
