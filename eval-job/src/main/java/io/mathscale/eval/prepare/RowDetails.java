package io.mathscale.eval.prepare;

import com.fasterxml.jackson.databind.JsonNode;
import io.mathscale.core.config.BenchmarkConfig.Fields;
import io.mathscale.core.source.fields.FieldPaths;
import io.mathscale.core.source.fields.FieldText;
import java.util.List;

/**
 * What a row says of its problem beside question and answer, in the fields that the user named or
 * in those that publishers use.
 *
 * @param fields fields that the user named
 */
record RowDetails(Fields fields) {
  /** MWPBench; others; MathArena. */
  private static final List<String> DATASET = List.of("data_topic", "dataset", "competition");

  /** MATH; DeepMath, TAL-SCQ5K. */
  private static final List<String> LEVEL = List.of("level", "difficulty");

  /** MATH-500; MATH; MathArena; OlympiadBench; others. */
  private static final List<String> SUBJECT =
      List.of("subject", "type", "problem_type", "subfield", "topic", "domain");

  private static final List<String> SOURCE = List.of("data_source", "source", "url");

  /** The data set that a row names; empty where it names none. */
  String dataset(JsonNode row) {
    return text(row, fields.dataset(), DATASET);
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
    for (String path : named.isEmpty() ? usual : List.of(named)) {
      String text = FieldText.ofAnswer(FieldPaths.find(row, path)).orElse("").strip();
      if (!text.isEmpty()) {
        return text;
      }
    }

    return "";
  }
}
