package io.mathscale.core.source.layouts;

import io.mathscale.core.source.RowException;

/**
 * AQuA-RAT: {@code question}, {@code options} such as {@code A)5}, the letter of the right one in
 * {@code correct} and a worked solution in {@code rationale}.
 *
 * @see <a href="https://github.com/google-deepmind/AQuA">the publisher</a>
 */
final class AquaLayout implements Layout {
  private static final PublicDataSet SET = PublicDataSet.of("AQuA-RAT", "Apache-2.0");

  @Override
  public String name() {
    return "AQuA-RAT";
  }

  @Override
  public boolean fits(LayoutRow row) {
    return row.has("question", "options", "rationale", "correct");
  }

  @Override
  public LaidOutProblem read(LayoutRow row) throws RowException {
    return LaidOutProblem.of(
            row,
            SET,
            row.question("question"),
            row.answer("correct").strip(),
            row.solution("rationale"))
        .withOptions(LetteredOptions.lettered(row.field("options")));
  }
}
