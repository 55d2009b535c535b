package io.mathscale.graph.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.mathscale.core.data.ExtractedConcepts;
import io.mathscale.core.data.Provenance;
import io.mathscale.core.data.Rejected;
import io.mathscale.core.data.RejectionReason;
import io.mathscale.core.data.SeedQuestion;
import io.mathscale.core.spark.Seeds;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the concepts of a seed out of a JSON object, or tells why there are none. Fields go by
 * several names:
 *
 * <ul>
 *   <li>{@code topics} or {@code topic}, and {@code knowledgePoints}, {@code knowledge_points},
 *       {@code knowledge_point} or {@code kps}: lists of texts, or one text; both must be there;
 *   <li>{@code id} or {@code question_number}: a text or a whole number; where there is none, the
 *       content id of the question, or else of the row's place;
 *   <li>{@code question} or {@code problem}, {@code answer}, {@code solution}, {@code dataset} or
 *       {@code data_topic}, {@code model}: where they are known.
 * </ul>
 */
final class RowReader {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private final String stage;
  private final String file;
  private final long part;
  private final long row;

  /**
   * A reader of one row.
   *
   * @param stage the command that reads
   * @param file the whole path of the file
   * @param part where the part of the file begins that is read at once, in bytes
   * @param row place in that part, from 1
   */
  RowReader(String stage, String file, long part, long row) {
    this.stage = stage;
    this.file = file;
    this.part = part;
    this.row = row;
  }

  /** What stands in the bytes of a row. */
  GivenRow read(byte[] bytes) {
    try {
      return read(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      String text = new String(bytes, StandardCharsets.UTF_8);
      return rejected(RejectionReason.BROKEN_UTF8, "a row must be UTF-8", text);
    }
  }

  /** What stands in the text of a row. */
  GivenRow read(String text) {
    try {
      JsonNode object = JSON.readTree(text);
      if (!object.isObject()) {
        String type = object.getNodeType().name();
        return rejected(RejectionReason.WRONG_TYPE, "a row must be an object: " + type, text);
      }

      return read(object, text);
    } catch (JsonProcessingException e) {
      String detail = "a row must be JSON: " + e.getOriginalMessage();
      return rejected(RejectionReason.NOT_JSON, detail, text);
    } catch (WrongFieldException e) {
      return rejected(RejectionReason.WRONG_TYPE, e.getMessage(), text);
    }
  }

  private GivenRow read(JsonNode object, String text) {
    List<String> topics = list(object, "topics", "topic");
    List<String> points =
        list(object, "knowledgePoints", "knowledge_points", "knowledge_point", "kps");
    if (topics.isEmpty() || points.isEmpty()) {
      return rejected(
          RejectionReason.NO_CONCEPTS,
          "a row must have a topic and a knowledge point: %d and %d"
              .formatted(topics.size(), points.size()),
          text);
    }

    String question = text(object, "question", "problem");
    String dataset = text(object, "dataset", "data_topic");
    String id = id(scalar(object, "id", "question_number"), question);
    Provenance provenance = new Provenance("", "", text(object, "model"), 0, 0, BigDecimal.ZERO);
    SeedQuestion seed =
        new SeedQuestion(id, dataset, question, scalar(object, "answer"), text(object, "solution"));
    return new GivenRow(
        file,
        part,
        row,
        origin(),
        new ExtractedConcepts(id, dataset, topics, points, provenance),
        question.isEmpty() ? null : seed,
        null);
  }

  /** The id that {@code extract} gives a question is that of its normalised text. */
  private String id(String given, String question) {
    if (!given.isEmpty()) {
      return given;
    }

    String composed = Normalizer.normalize(question, Normalizer.Form.NFKC);
    return question.isEmpty()
        ? Seeds.contentId(file, part, row)
        : Seeds.contentId(composed.replaceAll("[\\s\\p{Z}]+", " ").strip());
  }

  private static List<String> list(JsonNode object, String... names) {
    JsonNode value = value(object, names);
    List<String> texts = new ArrayList<>();
    for (JsonNode each : value.isArray() ? value : List.of(value)) {
      boolean isNothing = each.isMissingNode() || each.isNull();
      if (!isNothing && !each.isTextual()) {
        throw new WrongFieldException(names[0] + " must be texts", each);
      }

      String text = isNothing ? "" : each.textValue().strip();
      if (!text.isEmpty() && !texts.contains(text)) {
        texts.add(text);
      }
    }

    return texts;
  }

  private static String text(JsonNode object, String... names) {
    JsonNode value = value(object, names);
    if (!value.isMissingNode() && !value.isTextual()) {
      throw new WrongFieldException(names[0] + " must be a text", value);
    }

    return value.asText("").strip();
  }

  /** Text, or a number as it is written: answers and ids often are numbers. */
  private static String scalar(JsonNode object, String... names) {
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

  private GivenRow rejected(RejectionReason reason, String detail, String content) {
    String id = Seeds.contentId(content);
    Rejected rejected = new Rejected(id, stage, reason, detail, origin(), content);
    return new GivenRow(file, part, row, origin(), null, null, rejected);
  }

  private String origin() {
    String place = "%s, row %d".formatted(file, row);
    return part == 0 ? place : "%s after byte %d".formatted(place, part);
  }

  private static final class WrongFieldException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WrongFieldException(String must, JsonNode value) {
      super(must + ": " + value, null, false, false);
    }
  }
}
