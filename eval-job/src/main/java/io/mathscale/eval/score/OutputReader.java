package io.mathscale.eval.score;

import com.fasterxml.jackson.databind.JsonNode;
import io.mathscale.core.source.RowException;
import io.mathscale.core.source.RowParser;
import io.mathscale.core.source.SourceRow;
import io.mathscale.core.source.fields.FieldText;
import io.mathscale.eval.grading.RowFields;
import java.util.regex.Pattern;

/**
 * Reads model outputs from JSON: {@code id}, {@code dataset}, {@code model} and {@code completion},
 * and where they are {@code sample}, {@code reference} and {@link RowFields}.
 */
record OutputReader() implements RowParser<OutputRow> {
  private static final long serialVersionUID = 1L;

  private static final Pattern SAMPLE = Pattern.compile("\\d{1,9}");

  @Override
  public OutputRow parse(SourceRow row) throws RowException {
    JsonNode json = row.object();
    return new OutputRow(
        row.file(),
        row.row(),
        name(json, "id"),
        name(json, "dataset"),
        name(json, "model"),
        sample(json.path("sample")),
        completion(json.path("completion")),
        reference(json.path("reference")),
        RowFields.question(json),
        RowFields.options(json),
        RowFields.finishReason(json),
        RowFields.reasoning(json));
  }

  private static String name(JsonNode json, String field) throws RowException {
    JsonNode value = json.path(field);
    if (value.isIntegralNumber()) {
      return value.asText();
    }

    // A column of whole numbers with a gap in it is written as 2.0.
    if (value.isNumber() && value.canConvertToLong() && value.canConvertToExactIntegral()) {
      return Long.toString(value.longValue());
    }

    if (!value.isTextual() || value.textValue().isBlank()) {
      throw RowException.wrongType(field + " must be a text that is not blank", value);
    }

    return value.textValue();
  }

  /** A number, or one as text: CSV has nothing else. */
  private static int sample(JsonNode value) throws RowException {
    String text = value.isContainerNode() ? value.toString() : value.asText("");
    if (text.isEmpty()) {
      return OutputRow.UNNUMBERED;
    }

    if (!SAMPLE.matcher(text).matches()) {
      throw RowException.wrongType("sample must be a whole number from 0", value);
    }

    return Integer.parseInt(text);
  }

  private static String completion(JsonNode value) throws RowException {
    if (!value.isTextual()) {
      throw RowException.wrongType("completion must be a text", value);
    }

    return value.textValue();
  }

  private static String reference(JsonNode value) throws RowException {
    if (value.isContainerNode()) {
      throw RowException.wrongType("reference must be a text or a number", value);
    }

    return FieldText.ofAnswer(value).orElseThrow();
  }
}
