/** Graded answers in the form in which lm-evaluation-harness logs its samples. */
package io.mathscale.eval.harness;
