package io.mathscale.eval.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.data.StrictVerdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class UndecidedWarningTest {
  @Test
  void namesTheSetsAndTheMostFrequentRulesWithExamples() {
    List<VerdictCount> counts =
        List.of(
            count("m", "tal", StrictVerdict.RIGHT, "SAME_TEXT", 2),
            count("m", "tal", StrictVerdict.UNDECIDED, "NOT_UNDERSTOOD", 90),
            count("m", "tal", StrictVerdict.UNDECIDED, "CHOICE", 5),
            count("m", "tal", StrictVerdict.UNDECIDED, "LIMIT", 2),
            count("m", "tal", StrictVerdict.UNDECIDED, "NUMERIC_FORMULA", 1),
            count("n", "tal", StrictVerdict.RIGHT, "SAME_TEXT", 98),
            count("n", "tal", StrictVerdict.UNDECIDED, "CHOICE", 2));

    assertThat(new UndecidedWarning(counts, 0.02).text())
        .hasValue(
            """
            score: WARNING: more than 2.0 % of the answers are undecided (score.max-undecided) and count as not right; all of them stand in the table undecided
              98 of 100 (98.0 %) of m in tal
              NOT_UNDERSTOOD: 90, such as p1 of tal: "a b" against "c"
              CHOICE: 7, such as p1 of tal: "a b" against "c"
              LIMIT: 2, such as p1 of tal: "a b" against "c\"""");
  }

  @Test
  void saysNothingUpToTheShareThatMayBe() {
    List<VerdictCount> counts =
        List.of(
            count("m", "tal", StrictVerdict.WRONG, "SAME_TEXT", 98),
            count("m", "tal", StrictVerdict.UNDECIDED, "CHOICE", 2));

    assertThat(new UndecidedWarning(counts, 0.02).text()).isEmpty();
  }

  private static VerdictCount count(
      String model, String dataset, StrictVerdict strict, String rule, long rows) {
    return new VerdictCount(model, dataset, strict, false, rule, false, rows, "p1", "a\n b", "c");
  }
}
