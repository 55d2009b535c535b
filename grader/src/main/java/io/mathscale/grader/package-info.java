/**
 * Grades answers to mathematics problems.
 *
 * <p>{@link io.mathscale.grader.Graders} is the way in. {@link io.mathscale.grader.FinalAnswer}
 * finds the answer at the end of a solution. Everything here is free of state: safe for any number
 * of threads, the same verdict for the same strings everywhere.
 */
package io.mathscale.grader;
