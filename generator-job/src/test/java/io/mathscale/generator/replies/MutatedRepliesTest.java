package io.mathscale.generator.replies;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.config.GenerateConfig.Answers;
import io.mathscale.generator.replies.text.Steps;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MutatedRepliesTest {
  /** Each character is looked at so often, at most: once a scan, and again by repeated tries. */
  private static final long MOST_STEPS = 120;

  private static final long MORE_STEPS = 60_000;

  @Test
  void anyReplyIsReadOrRejectedInLinearWork() {
    readAll(7, 3_000);
  }

  @Test
  @Tag("slow")
  void anyOfManyRepliesIsReadOrRejectedInLinearWork() {
    readAll(8, 100_000);
  }

  @Test
  void anyReplyOfOnePieceIsReadOrRejectedInLinearWork() {
    for (int length : new int[] {2_000, 50_000, 95_000, 1 << 20}) {
      MutatedReplies.ofOnePiece(length).forEach(MutatedRepliesTest::read);
    }
  }

  private static void readAll(long seed, int count) {
    MutatedReplies replies = new MutatedReplies(seed);
    for (int i = 0; i < count; i++) {
      read(i % 2_000 == 0 ? replies.large() : replies.next());
    }
  }

  private static void read(String reply) {
    Steps ofPair = Steps.forLength(reply.length());
    Steps ofConcepts = Steps.forLength(reply.length());
    String beginning = reply.substring(0, Math.min(reply.length(), 2_000));
    try {
      assertThat(PairReply.read(reply, Answers.FOUND, ofPair)).isNotNull();
      assertThat(ConceptsReply.read(reply, ofConcepts)).isNotNull();
    } catch (RuntimeException | StackOverflowError e) {
      throw new AssertionError("Cannot read " + beginning, e);
    }

    long most = MOST_STEPS * reply.length() + MORE_STEPS;
    assertThat(ofPair.taken()).as(beginning).isLessThanOrEqualTo(most);
    assertThat(ofConcepts.taken()).as(beginning).isLessThanOrEqualTo(most);
  }
}
