package io.mathscale.eval.grading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mathscale.core.source.RowException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads what rows of outputs and of pairs may say beside the text that is graded. */
public final class RowFields {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The name is that of OpenAI's chat completions; then those of this tool and of Anthropic. */
  private static final List<String> FINISH_REASONS =
      List.of("finish_reason", "finishReason", "stop_reason");

  private static final List<String> REASONINGS = List.of("reasoning", "reasoning_content");

  private RowFields() {}

  /** Why the model stopped; empty where the row does not say. */
  public static String finishReason(JsonNode row) {
    return first(row, FINISH_REASONS);
  }

  /** What the model thought, apart from its text; empty where the row does not say. */
  public static String reasoning(JsonNode row) {
    return first(row, REASONINGS);
  }

  /** The question; empty where the row has none. */
  public static String question(JsonNode row) {
    return row.path("question").asText("");
  }

  /**
   * The options of a multiple-choice question in the order of their letters; empty where the row
   * has none.
   *
   * @throws RowException where {@code options} is neither a list nor an object of letters
   */
  public static List<String> options(JsonNode row) throws RowException {
    JsonNode value = row.path("options");
    JsonNode options = value.isTextual() ? parsed(value) : value;
    if (options.isMissingNode() || options.isNull()) {
      return List.of();
    }

    if (options.isArray()) {
      List<String> texts = new ArrayList<>();
      for (JsonNode option : options) {
        texts.add(text(option, value));
      }

      return texts;
    }

    if (!options.isObject()) {
      throw wrong(value);
    }

    Map<String, String> byLetter = new TreeMap<>();
    for (Map.Entry<String, JsonNode> option : options.properties()) {
      byLetter.put(option.getKey(), text(option.getValue(), value));
    }

    return List.copyOf(byLetter.values());
  }

  /** A list that stands in a text, as CSV has it. */
  private static JsonNode parsed(JsonNode value) throws RowException {
    String text = value.textValue();
    try {
      return text.isBlank() ? JSON.missingNode() : JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw wrong(value);
    }
  }

  private static String text(JsonNode option, JsonNode options) throws RowException {
    if (option.isContainerNode() || option.isNull()) {
      throw wrong(options);
    }

    return option.asText();
  }

  private static RowException wrong(JsonNode options) {
    return RowException.wrongType(
        "options must be a list of texts or an object of letters and texts", options);
  }

  private static String first(JsonNode row, List<String> fields) {
    return fields.stream()
        .map(field -> row.path(field).asText(""))
        .filter(text -> !text.isBlank())
        .findFirst()
        .orElse("");
  }
}
