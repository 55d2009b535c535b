/**
 * Reads what teachers write: concepts ({@link io.mathscale.generator.replies.ConceptsReply}) and
 * pairs ({@link io.mathscale.generator.replies.PairReply}), in JSON or in the many shapes that
 * models give lists and headings. Plain Java: text in, a value or a reason out.
 */
package io.mathscale.generator.replies;
