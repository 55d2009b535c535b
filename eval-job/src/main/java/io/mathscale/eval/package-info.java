/** Placeholder. */
package io.mathscale.eval;
