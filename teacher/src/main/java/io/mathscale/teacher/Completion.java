package io.mathscale.teacher;

import io.vertx.core.buffer.Buffer;

/**
 * A whole answer, ready to be sent.
 *
 * @param body the JSON
 * @param usage the tokens that it says were used
 */
record Completion(Buffer body, Usage usage) {}
