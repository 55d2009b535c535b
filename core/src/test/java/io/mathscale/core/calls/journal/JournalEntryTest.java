package io.mathscale.core.calls.journal;

import static io.mathscale.core.calls.CallsFixture.completion;
import static io.mathscale.core.calls.CallsFixture.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.data.FailureCause;
import io.mathscale.core.data.OpenCharge;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class JournalEntryTest {
  private static final JournalEntry FAILURE =
      JournalEntry.of(3, failure("k", FailureCause.EMPTY, 1_000));

  @Property(tries = 300, seed = "42")
  void comesBackWholeWhateverTheAnswerHolds(@ForAll String content) {
    String wellFormed =
        new String(content.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    JournalEntry entry = JournalEntry.of(3, completion("k", wellFormed));

    String line = line(entry);

    assertThat(line).endsWith("\n").isEqualTo(line.lines().findFirst().orElseThrow() + "\n");
    assertThat(JournalEntry.ofLine(line)).contains(entry);
  }

  @Test
  void tellsFailuresFromAnswersThatSpeakOfFailures() {
    JournalEntry sly = JournalEntry.of(3, completion("k", "{\"failure\":{\"cause\":1}}"));

    assertThat(line(FAILURE)).contains(JournalEntry.FAILURE_MARK);
    assertThat(line(sly)).doesNotContain(JournalEntry.FAILURE_MARK);
    assertThat(JournalEntry.ofLine(line(FAILURE))).contains(FAILURE);
  }

  @Test
  void keepsWhatWasChargedForACallThatHasNotEnded() {
    JournalEntry open =
        JournalEntry.of(
            3, new OpenCharge("k", 10, 0, new BigDecimal("0.1"), new BigDecimal("0.02"), 7));

    assertThat(line(open)).contains(JournalEntry.OPEN_CHARGE_MARK);
    assertThat(JournalEntry.ofLine(line(open))).contains(open);
    assertThat(open.isEnd()).isFalse();
    assertThat(FAILURE.isEnd()).isTrue();
  }

  @Test
  void readsLinesOfATimeThatKnewNoDoubt() {
    String now = line(JournalEntry.of(3, completion("k", "42")));
    String then = now.replace(",\"doubtfulCost\":0,\"attempt\":0", "");

    assertThat(then).isNotEqualTo(now);
    assertThat(JournalEntry.ofLine(then)).contains(JournalEntry.of(3, completion("k", "42")));
  }

  @Test
  void tellsItsPartitionByItsBeginning() {
    assertThat(JournalEntry.isOfPartition(line(FAILURE), 3)).isTrue();
    assertThat(JournalEntry.isOfPartition(line(FAILURE), 33)).isFalse();
    assertThat(JournalEntry.isOfPartition("", 3)).isFalse();
  }

  @Test
  void skipsALineTornAnywhere() {
    String line = line(JournalEntry.of(3, completion("k", "42 ≠ 43"))).strip();

    for (int length = 0; length < line.length(); length++) {
      assertThat(JournalEntry.ofLine(line.substring(0, length))).isEmpty();
    }
  }

  @Test
  void skipsWhatIsNoEntry() {
    assertThat(JournalEntry.ofLine("{\"key\":\"k\"}")).isEmpty();
    assertThat(JournalEntry.ofLine("null")).isEmpty();
    assertThat(JournalEntry.ofLine("[]")).isEmpty();
  }

  private static String line(JournalEntry entry) {
    return new String(entry.toLine(), StandardCharsets.UTF_8);
  }
}
