package io.mathscale.core.source.layouts;

import io.mathscale.core.source.RowException;
import java.util.Locale;

/**
 * Problems of a contest with short answers, as several publishers have them: {@code problem} (or
 * {@code question}) and {@code answer} with a {@code url} or a file name that tells the contest.
 */
final class ContestLayout implements Layout {
  private final String contest;

  private ContestLayout(String contest) {
    this.contest = contest;
  }

  /** The American Invitational Mathematics Examination. */
  static ContestLayout aime() {
    return new ContestLayout("AIME");
  }

  /** The American Mathematics Competitions. */
  static ContestLayout amc() {
    return new ContestLayout("AMC");
  }

  @Override
  public String name() {
    return contest;
  }

  @Override
  public boolean fits(LayoutRow row) {
    return (row.has("problem") || row.has("question")) && row.has("answer") && isOfContest(row);
  }

  private boolean isOfContest(LayoutRow row) {
    return row.isFrom(contest.toLowerCase(Locale.ROOT))
        || row.field("url").asText("").contains("_" + contest)
        || (contest.equals("AIME") && row.has("year", "problem number"));
  }

  @Override
  public LaidOutProblem read(LayoutRow row) throws RowException {
    return LaidOutProblem.of(
        row,
        PublicDataSet.of(contest, ""),
        row.question("problem", "question"),
        row.answer("answer"),
        row.solution("solution"));
  }
}
