package io.mathscale.teacher.server;

/**
 * The tokens of a call.
 *
 * @param promptTokens the tokens of the prompt
 * @param completionTokens the tokens of all its answers
 */
public record TokenUse(long promptTokens, long completionTokens) {}
