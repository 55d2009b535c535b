package io.mathscale.core.source.layouts;

import io.mathscale.core.source.RowException;
import java.util.Set;

/**
 * MATH: {@code problem}, {@code level}, {@code type} and a {@code solution} with its answer in a
 * box; MATH-500 has {@code subject} in place of {@code type}, and {@code answer}. The data set is
 * {@code MATH.<type>}.
 *
 * @see <a href="https://github.com/hendrycks/math">the publisher</a>
 */
final class MathLayout implements Layout {
  private static final PublicDataSet SET = PublicDataSet.of("MATH", "MIT");
  private static final String ENDING = ".json";

  /** Begins every level: {@code Level 3}, {@code Level ?}. */
  private static final String LEVEL = "Level ";

  /** All that {@code type} and {@code subject} may be: rows of other data sets have such fields. */
  private static final Set<String> SUBJECTS =
      Set.of(
          "Algebra",
          "Counting & Probability",
          "Geometry",
          "Intermediate Algebra",
          "Number Theory",
          "Prealgebra",
          "Precalculus");

  @Override
  public String name() {
    return "MATH";
  }

  @Override
  public boolean fits(LayoutRow row) {
    return row.has("problem", "solution")
        && !row.has("question")
        && (SUBJECTS.contains(subject(row)) || row.field("level").asText("").startsWith(LEVEL));
  }

  private static String subject(LayoutRow row) {
    return row.field(row.has("type") ? "type" : "subject").asText("").strip();
  }

  @Override
  public LaidOutProblem read(LayoutRow row) throws RowException {
    LaidOutProblem problem =
        LaidOutProblem.of(
            row, SET, row.question("problem"), row.answer("answer"), row.solution("solution"));
    String named = row.dataset();
    String subject = subject(row).replaceAll("\\s+", "_");
    return problem
        .withId(id(row, problem))
        .withDataset(named.isEmpty() ? ofSubject(subject) : named);
  }

  private static String ofSubject(String subject) {
    return subject.isEmpty() ? SET.dataset() : SET.dataset() + "." + subject;
  }

  private static String id(LayoutRow row, LaidOutProblem problem) {
    String path = row.field("path").asText(problem.givenId());
    if (path.isEmpty()) {
      return "math.%s.%d".formatted(row.stem(), row.index());
    }

    return path.endsWith(ENDING) ? path.substring(0, path.length() - ENDING.length()) : path;
  }
}
