package io.mathscale.eval.prepare;

import com.fasterxml.jackson.databind.JsonNode;
import io.mathscale.core.config.BenchmarkConfig.Fields;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * What a row says of its problem beside question and answer, in the fields that the user named or
 * in those that publishers use. Case of names does not count.
 *
 * @param fields fields that the user named
 */
record RowDetails(Fields fields) {
  /** MWPBench, and others. */
  private static final List<String> DATASET = List.of("data_topic", "dataset", "competition");

  /** OlympiadBench, SVAMP; MATH-500; MathArena; OpenR1-Math. */
  private static final List<String> ID = List.of("id", "unique_id", "problem_idx", "uuid");

  /** MATH; DeepMath, TAL-SCQ5K. */
  private static final List<String> LEVEL = List.of("level", "difficulty");

  /** MATH-500; MATH; HMMT of MathArena; OlympiadBench. */
  private static final List<String> SUBJECT =
      List.of("subject", "type", "problem_type", "subfield", "topic", "domain");

  private static final List<String> SOURCE = List.of("data_source", "source", "url");

  /** The data set that a row names; empty where it names none. */
  String dataset(JsonNode row) {
    return text(row, fields.dataset(), DATASET);
  }

  /** The id that a row gives; empty where it gives none. */
  String id(JsonNode row) {
    return text(row, fields.id(), ID);
  }

  /** How hard the problem is; empty where the row does not say. */
  String level(JsonNode row) {
    return text(row, fields.level(), LEVEL);
  }

  /** What the problem is about; empty where the row does not say. */
  String subject(JsonNode row) {
    return text(row, fields.subject(), SUBJECT);
  }

  /** Where the problem is from; empty where the row does not say. */
  String source(JsonNode row) {
    return text(row, fields.source(), SOURCE);
  }

  private static String text(JsonNode row, String named, List<String> usual) {
    for (String name : named.isEmpty() ? usual : List.of(named)) {
      String text = text(field(row, name));
      if (!text.isEmpty()) {
        return text;
      }
    }

    return "";
  }

  private static JsonNode field(JsonNode row, String name) {
    if (row.has(name)) {
      return row.get(name);
    }

    for (Iterator<Map.Entry<String, JsonNode>> all = row.fields(); all.hasNext(); ) {
      Map.Entry<String, JsonNode> field = all.next();
      if (field.getKey().equalsIgnoreCase(name)) {
        return field.getValue();
      }
    }

    return row.path(name);
  }

  /** Text or a number, or several of them as a list; empty for anything else. */
  private static String text(JsonNode value) {
    if (!value.isArray()) {
      return value.isTextual() || value.isNumber() ? value.asText().strip() : "";
    }

    List<String> parts = new ArrayList<>();
    for (JsonNode part : value) {
      if (part.isTextual() || part.isNumber()) {
        parts.add(part.asText().strip());
      }
    }

    return String.join(", ", parts);
  }
}
