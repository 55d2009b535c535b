/**
 * Reads what teachers write: concepts ({@link io.mathscale.generator.replies.ConceptsReply}) and
 * pairs ({@link io.mathscale.generator.replies.PairReply}), in JSON or in the many shapes that
 * models give lists and headings, text in, a value or a reason out. {@link
 * io.mathscale.generator.replies.Extractions} and {@link
 * io.mathscale.generator.replies.Generations} do it for all answers of a stage; nothing else here
 * knows Spark.
 */
package io.mathscale.generator.replies;
