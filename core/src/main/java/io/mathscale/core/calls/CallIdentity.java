package io.mathscale.core.calls;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.mathscale.core.config.ModelConfig;
import io.mathscale.core.data.Message;
import io.mathscale.core.data.Prompt;
import io.mathscale.core.identity.StableHash;
import io.mathscale.core.model.Sampling;
import java.util.List;
import org.apache.spark.api.java.function.MapFunction;

/**
 * Gives prompts their keys: SHA-256 over canonical JSON (sorted names, no white space) of
 * everything that the answer depends on.
 *
 * @param pool what stands for the endpoints
 * @param model name of the model
 * @param temperature sampling temperature
 * @param topP nucleus sampling
 * @param maxTokens the longest answer
 * @param stop strings at which an answer ends
 * @param jsonSchema the schema asked for; empty for none
 * @param extraBody canonical JSON of the fields added to each request
 * @param form {@code completions} where a base model continues the messages as one text; empty, and
 *     not hashed, where a chat model gets them
 */
record CallIdentity(
    String pool,
    String model,
    double temperature,
    double topP,
    int maxTokens,
    List<String> stop,
    String jsonSchema,
    String extraBody,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) String form)
    implements MapFunction<Prompt, Call> {
  private static final String CONTINUED = "completions";
  private static final ObjectMapper CANONICAL =
      JsonMapper.builder()
          .configure(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY, true)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  static CallIdentity of(ModelConfig model, Sampling sampling) {
    return new CallIdentity(
        model.identity(),
        model.name(),
        sampling.temperature(),
        sampling.topP(),
        sampling.maxTokens(),
        sampling.stop(),
        sampling.jsonSchema(),
        json(model.extraBody()),
        model.dialectAt(model.baseUrl()).continuesText() ? CONTINUED : "");
  }

  @Override
  public Call call(Prompt prompt) {
    return new Call(keyOf(prompt), prompt.id(), prompt.sample(), prompt.messages());
  }

  private String keyOf(Prompt prompt) {
    return StableHash.sha256(json(new Keyed(this, prompt.messages(), prompt.sample())));
  }

  private static String json(Object value) {
    try {
      return CANONICAL.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Records and maps can always be written as JSON", e);
    }
  }

  /** What is hashed. */
  record Keyed(CallIdentity identity, List<Message> messages, int sample) {}
}
