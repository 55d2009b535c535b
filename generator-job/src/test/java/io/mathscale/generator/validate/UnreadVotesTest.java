package io.mathscale.generator.validate;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.data.QuestionType;
import io.mathscale.core.data.RejectionReason;
import io.mathscale.generator.replies.ScriptedAnswers;
import java.util.List;
import org.junit.jupiter.api.Test;
import scala.Tuple2;

/** A fault in reading costs the vote, not the stage. */
class UnreadVotesTest {
  private static final AskedPair PAIR =
      new AskedPair("p", "call", "How much is 3 + 4?", "7", QuestionType.VALUE, List.of());

  @Test
  void aFreshSolutionThatCannotBeReadHasNoAnswer() {
    FreshVote vote = read("It is $\\boxed{7}$.", null);

    assertThat(vote.reason()).isEqualTo(RejectionReason.READER_FAILED.name());
    assertThat(vote.detail()).startsWith("the reader of replies must not fail: java.lang.Null");
    assertThat(vote.answer()).isEmpty();
    assertThat(vote.solution()).isEqualTo("It is $\\boxed{7}$.");
    assertThat(vote.cost()).isPositive();
    assertThat(vote.call()).isEqualTo("key of p");
  }

  @Test
  void oneThatCanBeReadIsAVote() {
    FreshVote vote = read("It is $\\boxed{7}$.", PAIR);

    assertThat(vote.reason()).isEmpty();
    assertThat(vote.answer()).isEqualTo("7");
  }

  @Test
  void aFailedCallSaysWhy() {
    FreshVote vote = new ReadVote("m").call(new Tuple2<>(ScriptedAnswers.failed("p", 1), PAIR));

    assertThat(vote.reason()).isEqualTo(RejectionReason.CALL_FAILED.name());
    assertThat(vote.detail()).isEqualTo("SERVER_ERROR: try later");
    assertThat(vote.sample()).isEqualTo(1);
  }

  @Test
  void aJudgesReplyThatCannotBeReadGivesNoVerdict() {
    JudgeVote vote =
        new ReadJudgeVote("m")
            .call(
                new Tuple2<>(
                    ScriptedAnswers.complete("p", 0, "Verdict: RIGHT"),
                    new PairForJudges("p", null)));

    assertThat(vote.reason()).isEqualTo(RejectionReason.READER_FAILED.name());
    assertThat(vote.verdict()).isNull();
    assertThat(vote.words()).isEqualTo("Verdict: RIGHT");
  }

  private static FreshVote read(String content, AskedPair pair) {
    return new ReadVote("m").call(new Tuple2<>(ScriptedAnswers.complete("p", 0, content), pair));
  }
}
