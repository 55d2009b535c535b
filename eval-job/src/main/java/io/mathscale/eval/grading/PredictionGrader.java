package io.mathscale.eval.grading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mathscale.core.source.RowException;
import io.mathscale.core.source.SourceRow;
import io.mathscale.grader.GradingRequest;

/**
 * Grades the prediction in a row of {@code gold, prediction, kind}, and where they are known {@code
 * question}, {@code options}, {@code finish_reason} and {@code dataset}: the row with what the
 * graders say, or with an {@code error} that says why they say nothing.
 */
public final class PredictionGrader {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final int MAX_QUOTE = 1_000;

  private final AnswerForm form;

  /** Grades by the form of answers that is prescribed. */
  public PredictionGrader(AnswerForm form) {
    this.form = form;
  }

  /** The graded row, as JSON. */
  public String graded(SourceRow row) {
    try {
      return JSON.writeValueAsString(object(row));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a graded row must be writable as JSON", e);
    }
  }

  private ObjectNode object(SourceRow row) {
    ObjectNode pair;
    try {
      pair = (ObjectNode) row.object();
    } catch (RowException e) {
      return unreadable(row.text(), e.getMessage());
    }

    String fault = fault(pair);
    if (!fault.isEmpty()) {
      return withError(pair, fault);
    }

    try {
      return withGrades(pair);
    } catch (RowException e) {
      return withError(pair, e.getMessage());
    }
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

  private ObjectNode withGrades(ObjectNode row) throws RowException {
    GradingRequest request =
        GradingRequest.of(row.get("prediction").textValue(), row.get("gold").textValue())
            .withQuestion(RowFields.question(row))
            .withOptions(RowFields.options(row))
            .withFinishReason(RowFields.finishReason(row))
            .withSpecification(form.specification(row.path("dataset").asText("")));
    boolean isAnswer = row.get("kind").textValue().equals("answer");

    Grades grades =
        isAnswer
            ? Grades.ofAnswer(request.completion(), request.reference())
            : Grades.ofCompletion(request);

    return row.put("strict", grades.strict().name())
        .put("mwpbench", grades.mwpbench())
        .put("extracted", grades.extracted())
        .put("rule", grades.rule())
        .put("micros", grades.micros())
        .put("ending", grades.ending());
  }

  private static ObjectNode unreadable(String text, String error) {
    ObjectNode row = JSON.createObjectNode();
    row.put("line", text.substring(0, Math.min(text.length(), MAX_QUOTE)));
    return withError(row, error);
  }

  private static ObjectNode withError(ObjectNode row, String error) {
    for (String field :
        new String[] {"strict", "mwpbench", "extracted", "rule", "micros", "ending"}) {
      row.putNull(field);
    }

    return row.put("error", error);
  }

  private static String shown(JsonNode value) {
    String text = value.isMissingNode() ? "missing" : value.toString();
    return text.substring(0, Math.min(text.length(), MAX_QUOTE));
  }
}
