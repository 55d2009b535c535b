/**
 * Finds pairs in the text of a reply: in JSON, in tables, or under headings and in tags; tells
 * drafts, echoes and run-on examples from the pair that was asked for, and reads its final answer.
 */
package io.mathscale.generator.replies.pairs;
