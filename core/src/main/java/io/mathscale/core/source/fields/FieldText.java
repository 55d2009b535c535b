package io.mathscale.core.source.fields;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The text that a field of JSON stands for. */
public final class FieldText {
  private static final String PART = "text";

  private FieldText() {}

  /**
   * Text as it stands, or the texts of a message's parts ({@code [{"type": "text", "text": …}]}),
   * line by line; empty for null, and no text at all for anything else.
   */
  public static Optional<String> of(JsonNode value) {
    if (value.isTextual() || isNull(value)) {
      return Optional.of(value.asText(""));
    }

    if (!value.isArray() || value.isEmpty()) {
      return Optional.empty();
    }

    List<String> parts = new ArrayList<>();
    for (JsonNode part : value) {
      if (!part.path(PART).isTextual()) {
        return Optional.empty();
      }

      parts.add(part.path(PART).textValue());
    }

    return Optional.of(String.join("\n", parts));
  }

  /**
   * Text, a number as people write it, true or false, or a list of these with commas between: what
   * answers and ids often are.
   */
  public static Optional<String> ofAnswer(JsonNode value) {
    if (value.isNumber() || value.isBoolean()) {
      return Optional.of(scalar(value));
    }

    List<String> elements = new ArrayList<>();
    for (JsonNode element : value.isArray() ? value : List.<JsonNode>of()) {
      if (element.isContainerNode()) {
        return of(value);
      }

      elements.add(scalar(element).strip());
    }

    return value.isArray() ? Optional.of(String.join(", ", elements)) : of(value);
  }

  /** Numbers without an end of {@code .0}, which answers have where a column holds fractions. */
  private static String scalar(JsonNode value) {
    if (isNull(value)) {
      return "";
    }

    if (!value.isFloatingPointNumber() || value.isBigDecimal()) {
      return value.asText("");
    }

    double number = value.doubleValue();
    return number == Math.rint(number)
        ? new BigDecimal(number).toBigInteger().toString()
        : value.asText("");
  }

  /** Whether there is no value. */
  public static boolean isNull(JsonNode value) {
    return value.isNull()
        || value.isMissingNode()
        || (value.isFloatingPointNumber() && !Double.isFinite(value.doubleValue()));
  }

  /** Whether there is no value, or one that says nothing. */
  public static boolean isNothing(JsonNode value) {
    return isNull(value)
        || (value.isTextual() && value.textValue().isBlank())
        || (value.isContainerNode() && value.isEmpty());
  }
}
