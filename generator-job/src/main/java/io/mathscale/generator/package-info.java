/**
 * The stages that ask the teacher and make the training data: seeds to concepts, compositions to
 * pairs, pairs to MathScaleQA, MathScaleQA to files for trainers.
 *
 * <p>A stage is a class that reads tables, calls pure steps and writes tables ({@link
 * io.mathscale.generator.Extract}, {@link io.mathscale.generator.Generate}, {@link
 * io.mathscale.generator.Refine}, {@link io.mathscale.generator.Export}). Seeds are read in {@link
 * io.mathscale.generator.seeds}, questions to the teacher made in {@link
 * io.mathscale.generator.prompts} and its replies read in {@link io.mathscale.generator.replies};
 * the rules for training data stand in {@link io.mathscale.generator.refine}, files for trainers in
 * {@link io.mathscale.generator.export}.
 */
package io.mathscale.generator;
