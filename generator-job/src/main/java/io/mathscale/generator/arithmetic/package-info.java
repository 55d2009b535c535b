/**
 * Equalities of numbers in worked solutions: {@link
 * io.mathscale.generator.arithmetic.NumberEqualities} finds them in text with LaTeX and computes
 * them exactly.
 */
package io.mathscale.generator.arithmetic;
