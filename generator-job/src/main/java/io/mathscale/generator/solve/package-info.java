/**
 * Solutions of questions whose answers are known: {@link io.mathscale.generator.solve.SolveRule}
 * says how many tries, {@link io.mathscale.generator.solve.AskTries} asks for them, {@link
 * io.mathscale.generator.solve.GradeTry} grades them and {@link
 * io.mathscale.generator.solve.SolveQuestion} makes rows of them.
 */
package io.mathscale.generator.solve;
