/**
 * Candidates (generated pairs and seeds) to training data or rejections, a class a step: {@link
 * io.mathscale.generator.refine.JudgedCandidates}, {@link
 * io.mathscale.generator.refine.Decontamination}, {@link
 * io.mathscale.generator.refine.DuplicateQuestions}, applied by {@link
 * io.mathscale.generator.refine.RefinedRows} and counted by {@link
 * io.mathscale.generator.refine.RefineBooks}.
 */
package io.mathscale.generator.refine;
