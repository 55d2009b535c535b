package io.mathscale.generator.replies;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.data.RejectionReason;
import io.mathscale.generator.replies.ParseResult.Parsed;
import io.mathscale.generator.replies.ParseResult.Refused;
import org.junit.jupiter.api.Test;

class GuardedReaderTest {
  @Test
  void aFaultOfTheReaderCostsItsReplyAlone() {
    ParseResult<String> result =
        GuardedReader.read(
            "reply",
            text -> {
              throw new IllegalStateException("a bug");
            });

    assertThat(result)
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.reason()).isEqualTo(RejectionReason.READER_FAILED);
              assertThat(refused.detail())
                  .startsWith(
                      "the reader of replies must not fail: java.lang.IllegalStateException: a bug"
                          + " at io.mathscale.generator.replies.GuardedReaderTest");
            });
    // The model is not to blame, so that it is not asked again.
    assertThat(result.isUseless()).isFalse();
  }

  @Test
  void anEndlessRecursionIsAFaultLikeOthers() {
    ParseResult<String> result = GuardedReader.read("reply", GuardedReaderTest::recurse);

    assertThat(result)
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.reason()).isEqualTo(RejectionReason.READER_FAILED));
  }

  private static ParseResult<String> recurse(String text) {
    ParseResult<String> deeper = text.isEmpty() ? new Parsed<>(text) : recurse(text);
    return deeper.isUseless() ? deeper : new Parsed<>(text);
  }
}
