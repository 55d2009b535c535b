/**
 * Finds the headings of a reply by one small grammar (marks, words, number, end) over a table of
 * words in many languages: of lines, tags, LaTeX commands and keys alike.
 */
package io.mathscale.generator.replies.headings;
