package io.mathscale.core.calls.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.mathscale.core.config.ModelConfig;
import io.mathscale.core.identity.StableHash;
import io.mathscale.core.model.Sampling;
import java.util.SortedMap;
import java.util.TreeMap;

/** Names the settings that the identity of a stage's calls depends on. */
public final class CallSettings {
  /** Of the dialects, all that chat ask the same. */
  private static final String CHAT = "chat";

  private static final String DIALECT = "model.dialect";
  private static final int HASH_LENGTH = 12;
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  private CallSettings() {}

  /**
   * The settings by their keys in the configuration. Schemas and additions to requests are hashed:
   * they may be long, or secret.
   *
   * @param stage name of the stage, under which its settings stand
   * @param prompts settings of the stage's prompts
   */
  public static SortedMap<String, String> of(
      ModelConfig model, String stage, Sampling sampling, SortedMap<String, String> prompts) {
    SortedMap<String, String> settings = new TreeMap<>(prompts);
    settings.put(model.pool().isBlank() ? "model.base-url" : "model.pool", model.identity());
    settings.put("model.name", model.name());
    settings.put(DIALECT, model.dialectAt(model.baseUrl()).continuesText() ? "completions" : CHAT);
    settings.put("model.structured-output", hashOrNone(sampling.jsonSchema()));
    settings.put(
        "model.extra-body", model.extraBody().isEmpty() ? "none" : hash(json(model.extraBody())));
    settings.put(stage + ".temperature", String.valueOf(sampling.temperature()));
    settings.put(stage + ".max-tokens", String.valueOf(sampling.maxTokens()));
    settings.put(stage + ".stop", sampling.stop().isEmpty() ? "none" : json(sampling.stop()));
    return settings;
  }

  /** The settings of a run that were kept before there was a dialect among them. */
  static SortedMap<String, String> kept(SortedMap<String, String> settings) {
    SortedMap<String, String> kept = new TreeMap<>(settings);
    kept.putIfAbsent(DIALECT, CHAT);
    return kept;
  }

  private static String hashOrNone(String text) {
    return text.isEmpty() ? "none" : hash(text);
  }

  private static String hash(String text) {
    return StableHash.contentId(text).substring(0, HASH_LENGTH);
  }

  private static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Maps and lists can always be written as JSON", e);
    }
  }
}
