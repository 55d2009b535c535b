/**
 * Finds JSON in replies: valid, nearly so, or repaired ({@link
 * io.mathscale.generator.replies.json.ReplyJson}), with the LaTeX in it as its model meant it.
 */
package io.mathscale.generator.replies.json;
