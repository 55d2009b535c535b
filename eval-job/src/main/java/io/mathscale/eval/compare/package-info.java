/** Scored runs beside each other. */
package io.mathscale.eval.compare;
