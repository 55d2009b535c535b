/**
 * Scored runs beside each other, problem by problem: who has right what the other has not, and
 * whether that may be chance.
 */
package io.mathscale.eval.compare;
