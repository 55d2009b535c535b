package io.mathscale.generator.replies.json;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A piece of JSON in a reply.
 *
 * @param value what it says
 * @param start where it begins
 * @param end where it ends
 * @param isCut whether the reply ends in the middle of one of its texts
 */
public record FoundJson(JsonNode value, int start, int end, boolean isCut) {}
