package io.mathscale.core.calls;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PartitionClaimsTest {
  private final PartitionClaims ownership = new PartitionClaims();

  @Test
  void givesAPartitionToOneAttempt() {
    assertThat(ownership.claim("a", 0, 1).isOwned()).isTrue();
    assertThat(ownership.claim("b", 0, 2).isOwned()).isFalse();
    assertThat(ownership.claim("b", 1, 3).isOwned()).isTrue();
  }

  @Test
  void letsTheOwnerClaimAgain() {
    ownership.claim("a", 0, 1);

    assertThat(ownership.claim("a", 0, 1).isOwned()).isTrue();
  }

  @Test
  void passesOnWhatWasReleased() {
    ownership.claim("a", 0, 1);
    ownership.release(0, 1);

    assertThat(ownership.claim("b", 0, 2).isOwned()).isTrue();
  }

  @Test
  void letsNobodyReleaseWhatAnotherOwns() {
    ownership.claim("a", 0, 1);
    ownership.release(0, 2);
    ownership.release(7, 2);

    assertThat(ownership.claim("b", 0, 2).isOwned()).isFalse();
  }

  @Test
  void freesAllThatALostExecutorOwned() {
    ownership.claim("a", 0, 1);
    ownership.claim("a", 1, 2);
    ownership.claim("b", 2, 3);
    ownership.lose("a");

    assertThat(ownership.claim("b", 0, 4).isOwned()).isTrue();
    assertThat(ownership.claim("b", 1, 5).isOwned()).isTrue();
    assertThat(ownership.claim("a", 2, 6).isOwned()).isFalse();
  }

  /** What it had said may come after the news of its end. */
  @Test
  void givesNothingToALostExecutor() {
    ownership.lose("a");

    assertThat(ownership.claim("a", 0, 1).isOwned()).isFalse();
    assertThat(ownership.claim("b", 0, 2).isOwned()).isTrue();
  }

  @Test
  void tellsWhereEarlierAttemptsWereOfWhatTheyMayHaveAsked() {
    assertThat(ownership.claim("a", 0, 1).earlier()).isEmpty();
    assertThat(ownership.claim("b", 0, 2).earlier()).isEmpty();
    ownership.release(0, 1);

    assertThat(ownership.claim("b", 0, 2).earlier()).containsExactly("a");
    assertThat(ownership.claim("b", 0, 2).earlier()).as("claimed again").containsExactly("a");
    ownership.lose("b");
    assertThat(ownership.claim("a", 0, 3).earlier()).containsExactly("a", "b");
    assertThat(ownership.claim("a", 1, 4).earlier()).isEmpty();
  }
}
