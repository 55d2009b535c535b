package io.mathscale.graph.imported;

import com.fasterxml.jackson.databind.JsonNode;
import io.mathscale.core.data.ExtractedConcepts;
import io.mathscale.core.data.Provenance;
import io.mathscale.core.data.RejectionReason;
import io.mathscale.core.data.SeedQuestion;
import io.mathscale.core.identity.StableHash;
import io.mathscale.core.source.RowException;
import io.mathscale.core.source.SourceRow;
import io.mathscale.core.text.QuestionText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.function.MapFunction;

/**
 * Reads the concepts of a seed out of a JSON object, or tells why there are none. Fields go by
 * several names:
 *
 * <ul>
 *   <li>{@code topics} or {@code topic}, and {@code knowledgePoints}, {@code knowledge_points},
 *       {@code knowledge_point} or {@code kps}: lists of texts, or one text; both must be there;
 *   <li>{@code id} or {@code question_number}: a text or a number; where there is none, the content
 *       id of the question, or else of the row's place;
 *   <li>{@code question} or {@code problem}, {@code answer}, {@code solution}, {@code dataset} or
 *       {@code data_topic}, {@code source}, {@code license}, {@code model}: where they are known.
 * </ul>
 */
final class ImportedRowReader implements MapFunction<SourceRow, ImportedRow> {
  private static final long serialVersionUID = 1L;

  private final String stage;

  /**
   * A reader.
   *
   * @param stage the command that reads
   */
  ImportedRowReader(String stage) {
    this.stage = stage;
  }

  @Override
  public ImportedRow call(SourceRow row) {
    try {
      return read(row, row.object());
    } catch (RowException e) {
      return new ImportedRow(
          row.file(), row.row(), row.origin(), null, null, row.rejected(stage, e));
    }
  }

  private static ImportedRow read(SourceRow row, JsonNode object) throws RowException {
    List<String> topics = list(object, "topics", "topic");
    List<String> points =
        list(object, "knowledgePoints", "knowledge_points", "knowledge_point", "kps");
    if (topics.isEmpty() || points.isEmpty()) {
      throw new RowException(
          RejectionReason.NO_CONCEPTS,
          "a row must have a topic and a knowledge point: %d and %d"
              .formatted(topics.size(), points.size()));
    }

    String question = text(object, "question", "problem");
    String dataset = text(object, "dataset", "data_topic");
    String given = scalar(object, "id", "question_number");
    String id = given.isEmpty() ? contentId(row, question) : given;
    Provenance provenance = new Provenance("", "", text(object, "model"), 0, 0, BigDecimal.ZERO);
    SeedQuestion seed =
        new SeedQuestion(
            id,
            dataset,
            question,
            scalar(object, "answer"),
            text(object, "solution"),
            object.path("source").asText(""),
            object.path("license").asText(""),
            List.of());
    return new ImportedRow(
        row.file(),
        row.row(),
        row.origin(),
        new ExtractedConcepts(id, dataset, topics, points, provenance),
        question.isEmpty() ? null : seed,
        null);
  }

  /** The id that {@code extract} gives a question, or else one of the row's place. */
  private static String contentId(SourceRow row, String question) {
    return question.isEmpty()
        ? StableHash.contentId(row.file(), row.row())
        : QuestionText.id(question);
  }

  private static List<String> list(JsonNode object, String... names) throws RowException {
    JsonNode value = value(object, names);
    List<String> texts = new ArrayList<>();
    for (JsonNode each : value.isArray() ? value : List.of(value)) {
      boolean isNothing = each.isMissingNode() || each.isNull();
      if (!isNothing && !each.isTextual()) {
        throw RowException.wrongType(names[0] + " must be texts", each);
      }

      String text = isNothing ? "" : each.textValue().strip();
      if (!text.isEmpty() && !texts.contains(text)) {
        texts.add(text);
      }
    }

    return texts;
  }

  private static String text(JsonNode object, String... names) throws RowException {
    JsonNode value = value(object, names);
    if (!value.isMissingNode() && !value.isTextual()) {
      throw RowException.wrongType(names[0] + " must be a text", value);
    }

    return value.asText("").strip();
  }

  /** Text, or a number as it is written: answers and ids often are numbers. */
  private static String scalar(JsonNode object, String... names) throws RowException {
    JsonNode value = value(object, names);
    return value.isNumber() ? value.asText() : text(object, names);
  }

  private static JsonNode value(JsonNode object, String... names) {
    for (String name : names) {
      if (object.hasNonNull(name)) {
        return object.get(name);
      }
    }

    return object.path("");
  }
}
