package io.mathscale.generator.refine;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.data.Difficulty;
import io.mathscale.core.data.Difficulty.ModelRate;
import io.mathscale.core.data.GeneratedPair;
import io.mathscale.core.data.ModelVotes;
import io.mathscale.core.data.QaPair;
import io.mathscale.core.data.QuestionType;
import io.mathscale.core.data.Validation;
import io.mathscale.core.data.ValidationVerdict;
import io.mathscale.core.data.VoteGroup;
import io.mathscale.generator.replies.ScriptedAnswers;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class VotedDifficultyTest {
  private static final QaPair ROW =
      Candidates.of(
              new GeneratedPair(
                  "p",
                  "c",
                  0,
                  List.of("t"),
                  List.of("k"),
                  "How much is 2 + 3?",
                  "We add them.\nThat is 5.",
                  "5",
                  ScriptedAnswers.provenance("p", "generate@1"),
                  "",
                  QuestionType.VALUE,
                  "LINE"))
          .pair();

  private static final VoteGroup OWN =
      new VoteGroup("5", 3, true, List.of(new ModelVotes("a", 2), new ModelVotes("b", 1)));

  private static final VoteGroup OTHER =
      new VoteGroup("6", 1, false, List.of(new ModelVotes("b", 1)));

  @Test
  void oneModelHasTheRateOfAll() {
    VoteGroup votes = new VoteGroup("5", 2, true, List.of(new ModelVotes("a", 2)));

    assertThat(difficulty(ROW, validation("sequential-5", 2, 1.0, votes)))
        .isEqualTo(
            new Difficulty(1.0, 2, "sequential-5", 2, "", List.of(new ModelRate("a", 1.0, 2))));
  }

  @Test
  void ofSeveralModelsTheRateOfEachIsToldWhereTheirTriesAreFixed() {
    assertThat(difficulty(ROW, validation("sequential-5", 4, 0.7, OWN, OTHER)))
        .isEqualTo(
            new Difficulty(
                0.7,
                4,
                "sequential-5",
                2,
                "",
                List.of(new ModelRate("a", null, 2), new ModelRate("b", null, 2))));
    assertThat(difficulty(ROW, validation("fixed-4", 4, 0.75, OWN, OTHER)).models())
        .containsExactly(new ModelRate("a", 1.0, 2), new ModelRate("b", 0.5, 2));
    assertThat(difficulty(ROW, validation("fixed-5", 5, 0.6, OWN, OTHER)).models())
        .as("whose the fresh solution without an answer is, is not known")
        .containsExactly(new ModelRate("a", null, 2), new ModelRate("b", null, 2));
  }

  @Test
  void ofTheAnswerOfAMajorityNoRateIsKnownButTheStepsOfItsSolution() {
    QaPair replaced = ROW.withAnswer("6", "It is 6.");

    assertThat(difficulty(replaced, validation("fixed-4", 4, 0.25, OTHER)))
        .isEqualTo(new Difficulty(null, 4, "fixed-4", 1, "", List.of(new ModelRate("b", null, 1))));
  }

  @Test
  void nothingIsKnownWhereNothingWasAsked() {
    assertThat(difficulty(ROW, null)).isEqualTo(ROW.difficulty());
    assertThat(difficulty(ROW, validation("sequential-5", 0, null))).isEqualTo(ROW.difficulty());
  }

  private static Difficulty difficulty(QaPair row, Validation validation) {
    return VotedDifficulty.on(row, ROW, validation).difficulty();
  }

  private static Validation validation(
      String rule, int tries, Double passRate, VoteGroup... votes) {
    return new Validation(
        "p",
        ValidationVerdict.AGREED,
        "5",
        0.5,
        passRate,
        tries,
        rule,
        List.of(votes),
        "",
        BigDecimal.ZERO,
        "",
        List.of(),
        false);
  }
}
