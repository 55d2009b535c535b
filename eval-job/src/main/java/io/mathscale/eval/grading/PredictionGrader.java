package io.mathscale.eval.grading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mathscale.core.source.RowException;
import io.mathscale.core.source.SourceRow;

/**
 * Grades the prediction in a row of {@code gold, prediction, kind}: the row with what the graders
 * say, or with an {@code error} that says why they say nothing.
 */
public final class PredictionGrader {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final int MAX_QUOTE = 1_000;

  private PredictionGrader() {}

  /** The graded row, as JSON. */
  public static String graded(SourceRow row) {
    try {
      return JSON.writeValueAsString(object(row));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a graded row must be writable as JSON", e);
    }
  }

  private static ObjectNode object(SourceRow row) {
    ObjectNode pair;
    try {
      pair = (ObjectNode) row.object();
    } catch (RowException e) {
      return unreadable(row.text(), e.getMessage());
    }

    String fault = fault(pair);
    return fault.isEmpty() ? withGrades(pair) : withError(pair, fault);
  }

  private static String fault(ObjectNode row) {
    for (String field : new String[] {"gold", "prediction"}) {
      if (!row.path(field).isTextual()) {
        return field + " must be a text: " + shown(row.path(field));
      }
    }

    String kind = row.path("kind").asText("");
    return kind.equals("answer") || kind.equals("completion")
        ? ""
        : "kind must be answer or completion: " + shown(row.path("kind"));
  }

  private static ObjectNode withGrades(ObjectNode row) {
    String gold = row.get("gold").textValue();
    String prediction = row.get("prediction").textValue();
    boolean isAnswer = row.get("kind").textValue().equals("answer");

    Grades grades =
        isAnswer ? Grades.ofAnswer(prediction, gold) : Grades.ofCompletion(prediction, gold);

    return row.put("strict", grades.strict().name())
        .put("mwpbench", grades.mwpbench())
        .put("extracted", grades.extracted())
        .put("rule", grades.rule())
        .put("micros", grades.micros());
  }

  private static ObjectNode unreadable(String text, String error) {
    ObjectNode row = JSON.createObjectNode();
    row.put("line", text.substring(0, Math.min(text.length(), MAX_QUOTE)));
    return withError(row, error);
  }

  private static ObjectNode withError(ObjectNode row, String error) {
    for (String field : new String[] {"strict", "mwpbench", "extracted", "rule", "micros"}) {
      row.putNull(field);
    }

    return row.put("error", error);
  }

  private static String shown(JsonNode value) {
    String text = value.isMissingNode() ? "missing" : value.toString();
    return text.substring(0, Math.min(text.length(), MAX_QUOTE));
  }
}
