package io.mathscale.teacher.server;

/**
 * An answer of the teacher.
 *
 * @param content the text
 * @param finishReason why it ends, in OpenAI's words
 */
public record ReplyChoice(String content, String finishReason) {}
