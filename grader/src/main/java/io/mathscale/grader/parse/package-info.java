/**
 * Reads the text of an answer, in LaTeX or plain, into an expression or plain words: lexer,
 * recursive-descent parser, and the vocabulary of commands, functions and words.
 */
package io.mathscale.grader.parse;
