/**
 * Grades answers to mathematics problems: a plain Java library.
 *
 * <p>{@link io.mathscale.grader.Graders} is the way in; {@link io.mathscale.grader.FinalAnswer}
 * finds the answer at the end of a solution. Everything is stateless: safe for any number of
 * threads, and the same strings get the same grade everywhere.
 *
 * <p>This package and {@link io.mathscale.grader.verdict} are for users of the library. The other
 * packages hold how it works, and may change at any time.
 */
package io.mathscale.grader;
