package io.mathscale.core.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/** Reads and writes JSON by one mapper, which the whole model client shares. */
public final class Json {
  /** The mapper, with Jackson's defaults; never reconfigured. */
  public static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  /** The object that bytes hold; null if they hold anything else. */
  public static JsonNode objectIn(byte[] bytes) {
    try {
      JsonNode node = MAPPER.readTree(bytes);
      return node != null && node.isObject() ? node : null;
    } catch (IOException notJson) {
      return null;
    }
  }

  /** The object that a text holds; null if it holds anything else. */
  public static JsonNode objectIn(String text) {
    try {
      JsonNode node = MAPPER.readTree(text);
      return node != null && node.isObject() ? node : null;
    } catch (JsonProcessingException notJson) {
      return null;
    }
  }
}
