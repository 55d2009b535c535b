package io.mathscale.core.source.layouts;

import io.mathscale.core.source.RowException;
import io.mathscale.core.source.fields.Instructions;

/**
 * Alpaca: {@code instruction}, {@code input} and {@code output}; the question is the instruction
 * with the input below it. MathInstruct has a {@code source} of the form {@code data/CoT/…}; the
 * outputs of {@code data/PoT/…} are programs, which are left out.
 */
final class AlpacaLayout implements Layout {
  private static final PublicDataSet MATH_INSTRUCT = PublicDataSet.of("MathInstruct", "");
  private static final String PROGRAMS = "data/PoT/";

  private final boolean isMathInstruct;

  private AlpacaLayout(boolean isMathInstruct) {
    this.isMathInstruct = isMathInstruct;
  }

  /** Alpaca, whatever is in it. */
  static AlpacaLayout alpaca() {
    return new AlpacaLayout(false);
  }

  /** MathInstruct. */
  static AlpacaLayout mathInstruct() {
    return new AlpacaLayout(true);
  }

  @Override
  public String name() {
    return isMathInstruct ? "MathInstruct" : "Alpaca";
  }

  @Override
  public boolean fits(LayoutRow row) {
    return row.has("instruction", "output")
        && (!isMathInstruct || row.field("source").asText("").startsWith("data/"));
  }

  @Override
  public LaidOutProblem read(LayoutRow row) throws RowException {
    String instruction = Instructions.stripped(row.question("instruction"));
    String input = row.text("input").strip();
    if (!input.isEmpty()) {
      row.using("question", "instruction+input", input);
    }

    boolean isProgram = isMathInstruct && row.source().startsWith(PROGRAMS);
    return LaidOutProblem.of(
        row,
        isMathInstruct ? MATH_INSTRUCT : PublicDataSet.UNKNOWN,
        input.isEmpty() ? instruction : instruction + "\n" + input,
        row.answer("answer"),
        isProgram ? "" : row.solution("output"));
  }
}
