package io.mathscale.core.source.layouts;

import io.mathscale.core.source.RowException;

/**
 * The instruction data of OpenMath: {@code generated_solution} and {@code expected_answer} beside
 * {@code question} (OpenMathInstruct-1) or {@code problem}. A solution that is marked as wrong, or
 * that chooses among others, is left out.
 */
final class OpenMathLayout implements Layout {
  private static final PublicDataSet FIRST =
      PublicDataSet.of("OpenMathInstruct-1", "NVIDIA License");
  private static final PublicDataSet SECOND = PublicDataSet.of("OpenMathInstruct-2", "CC-BY-4.0");
  private static final PublicDataSet REASONING = PublicDataSet.of("OpenMathReasoning", "CC-BY-4.0");

  /** Says how a solution of OpenMathReasoning was made. */
  private static final String MODE = "inference_mode";

  private static final String CHOICE_AMONG_SOLUTIONS = "genselect";

  private final PublicDataSet set;

  private OpenMathLayout(PublicDataSet set) {
    this.set = set;
  }

  /** OpenMathInstruct-1. */
  static OpenMathLayout first() {
    return new OpenMathLayout(FIRST);
  }

  /** OpenMathInstruct-2. */
  static OpenMathLayout second() {
    return new OpenMathLayout(SECOND);
  }

  /** OpenMathReasoning. */
  static OpenMathLayout reasoning() {
    return new OpenMathLayout(REASONING);
  }

  @Override
  public String name() {
    return set.source();
  }

  @Override
  public boolean fits(LayoutRow row) {
    return row.has("generated_solution", "expected_answer") && set.equals(set(row));
  }

  private static PublicDataSet set(LayoutRow row) {
    if (row.has(MODE)) {
      return REASONING;
    }

    return row.has("problem") ? SECOND : FIRST;
  }

  @Override
  public LaidOutProblem read(LayoutRow row) throws RowException {
    boolean isWrong = row.field("is_correct").asText("").equals("false");
    boolean isChoice = row.field(MODE).asText("").equals(CHOICE_AMONG_SOLUTIONS);
    return LaidOutProblem.of(
        row,
        set,
        row.question("problem", "question"),
        row.answer("expected_answer"),
        isWrong || isChoice ? "" : row.solution("generated_solution"));
  }
}
