package io.mathscale.teacher;

/**
 * The tokens of a call.
 *
 * @param promptTokens the tokens of the prompt
 * @param completionTokens the tokens of all its answers
 */
record Usage(long promptTokens, long completionTokens) {}
