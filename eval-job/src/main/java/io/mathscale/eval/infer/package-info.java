/** Problems to model outputs. */
package io.mathscale.eval.infer;
