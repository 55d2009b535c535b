/**
 * Candidates (generated pairs and seeds) to training data or rejections, a class a rule: {@link
 * io.mathscale.generator.refine.SolutionLength}, {@link
 * io.mathscale.generator.refine.ExactContamination}, {@link
 * io.mathscale.generator.refine.DuplicateQuestions}, applied by {@link
 * io.mathscale.generator.refine.RefinedRows}.
 */
package io.mathscale.generator.refine;
