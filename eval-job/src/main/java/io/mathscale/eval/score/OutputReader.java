package io.mathscale.eval.score;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.mathscale.core.data.RejectionReason;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Reads model outputs from JSON: {@code id}, {@code dataset}, {@code model} and {@code completion},
 * and where they are {@code sample}, {@code reference}, {@code question} and {@code finish_reason},
 * of which {@code length} says that the text was cut.
 */
final class OutputReader {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  /** The finish reason of a text that was cut at the token limit. */
  static final String CUT = "length";

  private OutputReader() {}

  /** The output on a line of a file, or why there is none; its place is not known here. */
  static OutputRow read(byte[] line) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
    } catch (CharacterCodingException e) {
      return OutputRow.rejected(
          RejectionReason.BROKEN_UTF8,
          "a row must be UTF-8",
          new String(line, StandardCharsets.UTF_8));
    }

    return read(text);
  }

  /** The output in a JSON object, or why there is none; its place is not known here. */
  static OutputRow read(String text) {
    JsonNode json;
    try {
      json = JSON.readTree(text);
    } catch (JsonProcessingException e) {
      return OutputRow.rejected(
          RejectionReason.NOT_JSON, "a row must be JSON: " + e.getOriginalMessage(), text);
    }

    if (!json.isObject()) {
      return OutputRow.rejected(RejectionReason.NOT_JSON, "a row must be a JSON object", text);
    }

    try {
      return new OutputRow(
          "",
          0,
          0,
          name(json, "id"),
          name(json, "dataset"),
          name(json, "model"),
          sample(json.path("sample")),
          completion(json.path("completion")),
          reference(json.path("reference")),
          json.path("question").asText(""),
          json.path("finish_reason").asText("").equals(CUT),
          "",
          "");
    } catch (WrongFieldException e) {
      return OutputRow.rejected(RejectionReason.WRONG_TYPE, e.getMessage(), text);
    }
  }

  private static String name(JsonNode json, String field) {
    JsonNode value = json.path(field);
    if (value.isIntegralNumber()) {
      return value.asText();
    }

    if (!value.isTextual() || value.textValue().isBlank()) {
      throw new WrongFieldException(field + " must be a text that is not blank", value);
    }

    return value.textValue();
  }

  private static int sample(JsonNode value) {
    if (value.isMissingNode() || value.isNull()) {
      return OutputRow.UNNUMBERED;
    }

    if (!value.canConvertToInt() || !value.isIntegralNumber() || value.intValue() < 0) {
      throw new WrongFieldException("sample must be a whole number from 0", value);
    }

    return value.intValue();
  }

  private static String completion(JsonNode value) {
    if (!value.isTextual()) {
      throw new WrongFieldException("completion must be a text", value);
    }

    return value.textValue();
  }

  private static String reference(JsonNode value) {
    if (value.isMissingNode() || value.isNull()) {
      return "";
    }

    if (value.isContainerNode()) {
      throw new WrongFieldException("reference must be a text or a number", value);
    }

    return value.asText();
  }

  private static final class WrongFieldException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WrongFieldException(String must, JsonNode value) {
      super(
          must + ": " + (value.isMissingNode() ? "missing" : value.toString()), null, false, false);
    }
  }
}
