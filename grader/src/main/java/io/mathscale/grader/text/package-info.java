/**
 * The text of answers before anything is parsed: layout, emphasis, braces, how far an expression
 * goes in a sentence, and what a text takes back.
 */
package io.mathscale.grader.text;
