/**
 * Model outputs to graded rows, and these to counts of problems, of which the metrics are made.
 * Which problems an average counts is told by {@link io.mathscale.eval.score.RankedProblems}.
 */
package io.mathscale.eval.score;
