package io.mathscale.core.source.layouts;

import io.mathscale.core.source.RowException;
import java.util.List;

/**
 * MATH: {@code problem}, {@code level}, {@code type} and a {@code solution} with its answer in a
 * box. The data set is {@code MATH.<type>}.
 *
 * @see <a href="https://github.com/hendrycks/math">the publisher</a>
 */
final class MathLayout implements Layout {
  private static final String DATASET = "MATH";
  private static final String ENDING = ".json";

  @Override
  public boolean fits(LayoutRow row) {
    return row.has("problem", "type", "solution") && !row.has("question");
  }

  @Override
  public LaidOutProblem read(LayoutRow row) throws RowException {
    return Gsm8kLayout.withAnswerApart(
        new LaidOutProblem(
            row.givenId("question_number", "id"),
            id(row),
            dataset(row),
            DATASET,
            row.question("problem"),
            row.answer("answer"),
            row.solution("solution"),
            List.of()));
  }

  /** The data set that the row names, or else that of its subject. */
  static String dataset(LayoutRow row) throws RowException {
    String named = row.dataset();
    if (!named.isEmpty()) {
      return named;
    }

    String type = row.text(row.has("type") ? "type" : "subject").strip().replaceAll("\\s+", "_");
    return type.isEmpty() ? DATASET : DATASET + "." + type;
  }

  private static String id(LayoutRow row) {
    String path = row.field("path").asText("");
    if (path.isEmpty()) {
      return "math.%s.%d".formatted(row.stem(), row.index());
    }

    return path.endsWith(ENDING) ? path.substring(0, path.length() - ENDING.length()) : path;
  }
}
