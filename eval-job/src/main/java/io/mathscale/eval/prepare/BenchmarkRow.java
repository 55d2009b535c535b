package io.mathscale.eval.prepare;

import com.fasterxml.jackson.databind.JsonNode;
import io.mathscale.core.data.RejectionReason;
import java.util.ArrayList;
import java.util.List;

/**
 * A row of a benchmark file.
 *
 * @param file path of the file
 * @param index place in the file, from 0
 * @param json the row
 */
record BenchmarkRow(String file, int index, JsonNode json) {
  private static final String ENDINGS = "(\\.ape)?(\\.jsonl?)?(\\.gz)?$";

  /** Where the row is. */
  String origin() {
    return "%s, row %d".formatted(file, index + 1);
  }

  /** Whether the row has all these fields. */
  boolean has(String... fields) {
    for (String field : fields) {
      if (!json.has(field)) {
        return false;
      }
    }

    return true;
  }

  /** The name of the file without its endings. */
  String stem() {
    return file.substring(file.lastIndexOf('/') + 1).replaceFirst(ENDINGS, "");
  }

  /** The names of its fields. */
  String fields() {
    List<String> names = new ArrayList<>();
    json.fieldNames().forEachRemaining(names::add);
    return String.join(", ", names);
  }

  /** The question in a field. */
  String question(String field) {
    return text(field, RejectionReason.NO_QUESTION);
  }

  /** The answer in a field; a number is read as it is written. */
  String answer(String field) {
    return text(field, RejectionReason.NO_ANSWER);
  }

  /** The text in a field, or an empty one where there is none. */
  String textOrEmpty(String field) {
    return json.path(field).asText("");
  }

  private String text(String field, RejectionReason ifMissing) {
    JsonNode value = json.path(field);
    if (value.isMissingNode() || value.isNull()) {
      throw new UnusableRowException(ifMissing, field + " must be there");
    }

    if (!value.isTextual() && !value.isNumber()) {
      throw new UnusableRowException(
          RejectionReason.WRONG_TYPE, field + " must be a text: " + value);
    }

    if (value.asText().isBlank()) {
      throw new UnusableRowException(ifMissing, field + " must not be blank");
    }

    return value.asText();
  }
}
