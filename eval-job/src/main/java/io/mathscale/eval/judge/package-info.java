/** Answers that judges are asked about, and their replies to judgements. */
package io.mathscale.eval.judge;
