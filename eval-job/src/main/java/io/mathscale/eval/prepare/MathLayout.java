package io.mathscale.eval.prepare;

import io.mathscale.core.data.RejectionReason;
import io.mathscale.eval.metrics.MwpbenchSet;
import io.mathscale.grader.FinalAnswer;

/**
 * MATH: {@code problem}, {@code level}, {@code type} and a {@code solution} with its answer in a
 * box.
 *
 * @see <a href="https://github.com/hendrycks/math">the publisher</a>
 */
final class MathLayout implements Layout {
  private static final String ENDING = ".json";

  @Override
  public boolean fits(BenchmarkRow row) {
    return row.has("problem", "type", "solution");
  }

  @Override
  public Draft read(BenchmarkRow row) {
    String answer =
        FinalAnswer.of(row.answer("solution"))
            .orElseThrow(
                () ->
                    new UnusableRowException(
                        RejectionReason.NO_ANSWER, "solution must have an answer in a box"));
    return new Draft(
        id(row),
        MwpbenchSet.MATH.key() + "." + row.answer("type").strip().replace(' ', '_'),
        "MATH",
        row.question("problem"),
        answer);
  }

  private static String id(BenchmarkRow row) {
    String path = row.textOrEmpty("path");
    if (path.isEmpty()) {
      return "math.%s.%d".formatted(row.stem(), row.index());
    }

    return path.endsWith(ENDING) ? path.substring(0, path.length() - ENDING.length()) : path;
  }
}
