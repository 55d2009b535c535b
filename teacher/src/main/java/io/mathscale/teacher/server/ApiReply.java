package io.mathscale.teacher.server;

import io.vertx.core.buffer.Buffer;

/**
 * A whole answer, ready to be sent.
 *
 * @param body the JSON
 * @param usage the tokens that it says were used
 */
public record ApiReply(Buffer body, TokenUse usage) {}
