package io.mathscale.teacher;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a teacher has done so far.
 *
 * @param requests the calls for a completion that came in, refused ones included
 * @param completed the calls that got a 200 answer with a whole completion, or for which one was
 *     made that was damaged on the way on purpose (the faults {@code paid-…})
 * @param byStatus the answers by HTTP status, as far as a status line was sent
 * @param distinctPrompts the different bodies among the completed calls
 * @param repeatedPrompts the completed calls beyond the first with an equal body
 * @param maxInFlight the most calls that were open at the same time
 * @param promptTokens the prompt tokens of the completed calls
 * @param completionTokens the completion tokens of the completed calls
 */
public record TeacherStats(
    long requests,
    long completed,
    @JsonProperty("by_status") Map<String, Long> byStatus,
    @JsonProperty("distinct_prompts") long distinctPrompts,
    @JsonProperty("repeated_prompts") long repeatedPrompts,
    @JsonProperty("max_in_flight") long maxInFlight,
    @JsonProperty("prompt_tokens") long promptTokens,
    @JsonProperty("completion_tokens") long completionTokens) {
  /** Copies the map, in the order of its keys. */
  public TeacherStats {
    byStatus = Collections.unmodifiableMap(new TreeMap<>(byStatus));
  }
}
