/**
 * The prompts that the stages ask the teacher: the concepts of a seed ({@link
 * io.mathscale.generator.prompts.ExtractionPrompts}), new pairs for a composition with the texts of
 * its examples ({@link io.mathscale.generator.prompts.GenerationPrompts}).
 */
package io.mathscale.generator.prompts;
