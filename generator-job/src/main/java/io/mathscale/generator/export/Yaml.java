package io.mathscale.generator.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.mathscale.core.model.Json;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Writes maps, lists and scalars as YAML. Texts that YAML might take for more are quoted as in
 * JSON.
 */
public final class Yaml {
  /** Letters first, nothing that begins a comment, a key or a number. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9_./-]*");

  /** What YAML 1.1 takes for booleans and null. */
  private static final Pattern WORDS = Pattern.compile("(?i)y|n|yes|no|on|off|true|false|null");

  private final StringBuilder text = new StringBuilder();

  private Yaml() {}

  /** The block of a map: a line a key, in the order of the map. */
  public static String of(Map<String, ?> values) {
    Yaml yaml = new Yaml();
    yaml.block(values, "");
    return yaml.text.toString();
  }

  private void block(Map<String, ?> values, String indent) {
    values.forEach(
        (key, value) -> {
          text.append(indent).append(scalar(key)).append(':');
          value(value, indent);
        });
  }

  private void value(Object value, String indent) {
    if (value instanceof Map<?, ?> map && !map.isEmpty()) {
      text.append('\n');
      block(keyed(map), indent + "  ");
    } else if (value instanceof List<?> list && !list.isEmpty()) {
      text.append('\n');
      list.forEach(item -> item(item, indent));
    } else {
      text.append(' ').append(scalar(value)).append('\n');
    }
  }

  private void item(Object item, String indent) {
    text.append(indent).append("- ");
    if (item instanceof Map<?, ?> map) {
      int start = text.length();
      block(keyed(map), indent + "  ");
      // The first key stands on the line of the dash.
      text.delete(start, start + indent.length() + 2);
    } else {
      text.append(scalar(item)).append('\n');
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, ?> keyed(Map<?, ?> map) {
    return (Map<String, ?>) map;
  }

  private static String scalar(Object value) {
    if (value instanceof String word
        && PLAIN.matcher(word).matches()
        && !WORDS.matcher(word).matches()) {
      return word;
    }

    try {
      return Json.MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Maps and lists can always be written", e);
    }
  }
}
