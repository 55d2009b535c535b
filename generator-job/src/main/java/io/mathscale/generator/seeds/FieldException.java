package io.mathscale.generator.seeds;

import com.fasterxml.jackson.databind.JsonNode;
import io.mathscale.core.data.RejectionReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A row has no fields of a seed: the row is rejected, the reading goes on. */
final class FieldException extends Exception {
  private static final long serialVersionUID = 1L;

  /** No more field names than this are listed. */
  private static final int MAX_NAMES = 20;

  private final RejectionReason reason;

  private FieldException(RejectionReason reason, String message) {
    super(message);
    this.reason = reason;
  }

  static FieldException noQuestion(String field, JsonNode row) {
    List<String> names = new ArrayList<>();
    row.fieldNames().forEachRemaining(names::add);
    String known = String.join(", ", names.subList(0, Math.min(names.size(), MAX_NAMES)));
    String was = row.hasNonNull(field) ? "it is blank" : "the row has " + known;
    return new FieldException(
        RejectionReason.NO_QUESTION, "a row must have a question in " + field + ": " + was);
  }

  static FieldException notText(String field, JsonNode value) {
    String type = value.getNodeType().name().toLowerCase(Locale.ROOT);
    return new FieldException(
        RejectionReason.WRONG_TYPE, field + " must be text: it is of type " + type);
  }

  RejectionReason reason() {
    return reason;
  }
}
