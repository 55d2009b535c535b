package io.mathscale.core.calls;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.mathscale.core.data.Message;
import io.mathscale.core.data.Prompt;
import io.mathscale.core.model.Sampling;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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
 */
record CallIdentity(
    String pool,
    String model,
    double temperature,
    double topP,
    int maxTokens,
    List<String> stop,
    String jsonSchema)
    implements MapFunction<Prompt, Call> {
  private static final ObjectMapper CANONICAL =
      JsonMapper.builder()
          .configure(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY, true)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  static CallIdentity of(String pool, String model, Sampling sampling) {
    return new CallIdentity(
        pool,
        model,
        sampling.temperature(),
        sampling.topP(),
        sampling.maxTokens(),
        sampling.stop(),
        sampling.jsonSchema());
  }

  @Override
  public Call call(Prompt prompt) {
    return new Call(keyOf(prompt), prompt.id(), prompt.sample(), prompt.messages());
  }

  private String keyOf(Prompt prompt) {
    try {
      String json =
          CANONICAL.writeValueAsString(new Keyed(this, prompt.messages(), prompt.sample()));
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (JsonProcessingException | NoSuchAlgorithmException e) {
      throw new IllegalStateException("A prompt can always be hashed: " + prompt.id(), e);
    }
  }

  /** What is hashed. */
  record Keyed(CallIdentity identity, List<Message> messages, int sample) {}
}
