package io.mathscale.grader;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.grader.extract.AnswerExtractor;
import io.mathscale.grader.extract.FoundAnswer;
import io.mathscale.grader.extract.PrescribedForm;
import io.mathscale.grader.extract.Wanted;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Any text gets a grade, and what is read of it stays bounded. */
class MutatedRepliesTest {
  private static final int REPLIES = 20_000;
  private static final int LONG = 100_000;
  private static final int MOST_READINGS = 20;

  /** What is read and compared of a text of any length, markers and their sentences together. */
  private static final int MOST_CHARACTERS = 30 * 20_000;

  @Test
  void gradesEveryReply() {
    MutatedReplies replies = new MutatedReplies(42);
    for (int i = 0; i < REPLIES; i++) {
      String reply = replies.next();

      assertThat(Graders.strict().grade(reply, i % 2 == 0 ? "5" : "B")).as(reply).isNotNull();
      assertThat(FinalAnswer.of(reply)).as(reply).isNotNull();
    }
  }

  @Test
  void isTheSameTwice() {
    MutatedReplies replies = new MutatedReplies(7);
    for (int i = 0; i < REPLIES / 10; i++) {
      String reply = replies.next();

      assertThat(Graders.strict().grade(reply, "5")).isEqualTo(Graders.strict().grade(reply, "5"));
    }
  }

  @Test
  void readsNoMoreOfALongTextThanItsBounds() {
    for (String reply : MutatedReplies.repeated(LONG)) {
      assertThat(Graders.strict().grade(reply, "7").isRight()).isFalse();

      Optional<FoundAnswer> found =
          AnswerExtractor.extract(reply, Wanted.any(false), false, PrescribedForm.NONE);
      assertThat(found.map(answer -> answer.readings().size()).orElse(0))
          .isLessThanOrEqualTo(MOST_READINGS);
      assertThat(found.map(MutatedRepliesTest::characters).orElse(0))
          .isLessThanOrEqualTo(Math.max(MOST_CHARACTERS, 3 * reply.length()));
    }
  }

  private static int characters(FoundAnswer found) {
    return found.readings().stream().mapToInt(String::length).sum()
        + found.whole().stream().mapToInt(String::length).sum();
  }
}
