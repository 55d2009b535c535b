/**
 * The quality rules of training data, a class a rule, in the order of {@link
 * io.mathscale.generator.quality.QualityRules}: text in, {@link
 * io.mathscale.generator.quality.Violation} or measure out, without Spark.
 */
package io.mathscale.generator.quality;
