/** Problems to prompts, and what became of the calls to model outputs or rejected rows. */
package io.mathscale.eval.infer;
