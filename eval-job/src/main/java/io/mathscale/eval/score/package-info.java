/** Model outputs to verdicts and metrics. */
package io.mathscale.eval.score;
