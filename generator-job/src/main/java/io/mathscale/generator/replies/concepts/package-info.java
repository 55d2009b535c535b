/**
 * Finds topics and knowledge points in the text of a reply: in JSON, in tags, in tables, or in
 * lists under headings.
 */
package io.mathscale.generator.replies.concepts;
