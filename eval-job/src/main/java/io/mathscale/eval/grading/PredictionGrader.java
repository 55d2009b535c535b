package io.mathscale.eval.grading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mathscale.core.data.RejectionReason;
import io.mathscale.core.source.RowException;
import io.mathscale.core.source.SourceRow;
import io.mathscale.core.source.fields.FieldText;
import io.mathscale.grader.GradingRequest;

/**
 * Grades the prediction in a row of {@code gold, prediction, kind}, and where they are known {@code
 * question}, {@code options}, {@code finish_reason} and {@code dataset}: the row with what the
 * graders say, or with an {@code error} that says why they say nothing.
 */
public final class PredictionGrader {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final int MAX_QUOTE = 1_000;

  private static final String ERROR = "error";

  private final AnswerForm form;

  /** Grades by the form of answers that is prescribed. */
  public PredictionGrader(AnswerForm form) {
    this.form = form;
  }

  /** The graded row. */
  public ObjectNode graded(SourceRow row) {
    ObjectNode pair;
    try {
      pair = (ObjectNode) row.object();
    } catch (RowException e) {
      return unreadable(row.text(), e.getMessage());
    }

    pair.remove(ERROR);
    try {
      return withGrades(pair);
    } catch (RowException e) {
      return withError(pair, e.getMessage());
    }
  }

  private ObjectNode withGrades(ObjectNode row) throws RowException {
    String kind = row.path("kind").asText("");
    boolean isAnswer = kind.equals("answer");
    String gold = answer(row, "gold");
    String prediction = isAnswer ? answer(row, "prediction") : text(row, "prediction");
    if (!isAnswer && !kind.equals("completion")) {
      throw wrong("kind must be answer or completion: ", row.path("kind"));
    }

    GradingRequest request =
        GradingRequest.of(prediction, gold)
            .withQuestion(RowFields.question(row))
            .withOptions(RowFields.options(row))
            .withFinishReason(RowFields.finishReason(row))
            .withSpecification(form.specification(row.path("dataset").asText("")));
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

  private static String text(ObjectNode row, String field) throws RowException {
    if (!row.path(field).isTextual()) {
      throw wrong(field + " must be a text: ", row.path(field));
    }

    return row.get(field).textValue();
  }

  private static String answer(ObjectNode row, String field) throws RowException {
    JsonNode value = row.path(field);
    if (FieldText.isNull(value) || value.isContainerNode()) {
      throw wrong(field + " must be a text or a number: ", value);
    }

    return FieldText.ofAnswer(value).orElseThrow();
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

    return row.put(ERROR, error);
  }

  private static RowException wrong(String fault, JsonNode value) {
    String text = value.isMissingNode() ? "missing" : value.toString();
    String shown = text.substring(0, Math.min(text.length(), MAX_QUOTE));
    return new RowException(RejectionReason.WRONG_TYPE, fault + shown);
  }
}
