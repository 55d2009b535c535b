package io.mathscale.core.calls.outage;

import static io.mathscale.core.model.Samples.refused;
import static io.mathscale.core.model.Samples.unavailable;
import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.data.FailureCause;
import io.mathscale.core.model.FakeClock;
import io.mathscale.core.model.ModelException;
import io.mathscale.core.model.ModelMisdirectedException;
import io.mathscale.core.model.ModelRefusedException;
import io.mathscale.core.model.ModelUnavailableException;
import io.mathscale.core.model.ServerLimits;
import io.mathscale.core.model.Usage;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ServiceHealthTest {
  private static final ServiceState TAIL = new ServiceState(true, 0, true);

  private final FakeClock clock = new FakeClock();
  private final ServiceHealth health = new ServiceHealth(false, clock);

  @Test
  void holdsNothingAgainstACallUntilSomeoneWhoAskedLaterIsAnswered() {
    long before = health.begin();
    clock.pass(Duration.ofSeconds(1));
    long failedAt = health.failed(null, serverError(500));

    assertThat(isOwn(serverError(500), failedAt)).isFalse();
    health.answered(before); // in flight when a server is shut down
    assertThat(isOwn(serverError(500), failedAt)).isFalse();
    clock.pass(Duration.ofSeconds(1));
    health.answered(health.begin());
    assertThat(isOwn(serverError(500), failedAt)).isTrue();
  }

  @Test
  void holdsAgainstACallAtOnceWhatTheServiceSaysOfIt() {
    long failedAt = health.failed(null, conflict());

    assertThat(isOwn(conflict(), failedAt)).isTrue();
  }

  @Test
  void looksWhetherTheServiceIsThereWhereNoOtherCallsAreLeft() {
    health.apply(TAIL);
    long failedAt = health.failed(null, serverError(500));

    assertThat(health.isOwn(serverError(500), failedAt, () -> false)).isFalse();
    clock.pass(Duration.ofSeconds(1));
    failedAt = health.failed(serverError(500), serverError(500));
    assertThat(health.isOwn(serverError(500), failedAt, () -> true)).isTrue();
    assertThat(health.report().isThere()).isTrue();
  }

  @Test
  void looksOnceForAllCallsThatFailedBefore() {
    AtomicInteger looks = new AtomicInteger();
    health.apply(TAIL);
    long failedAt = health.failed(null, serverError(500));
    for (int i = 0; i < 5; i++) {
      health.isOwn(serverError(500), failedAt, () -> looks.incrementAndGet() > 0);
    }

    assertThat(looks).hasValue(1);
  }

  @Test
  void blamesNoCallForWhatAServerOrProxySaysOfItself() {
    health.apply(TAIL);
    for (int status : new int[] {502, 503, 504, 529}) {
      long failedAt = health.failed(null, serverError(status));
      assertThat(health.isOwn(serverError(status), failedAt, () -> true)).isFalse();
    }
  }

  @Test
  void reportsWhatItHasSeenOnceAndWhatIsHeldUpAsLongAsItIs() {
    ModelException away = serverError(503);
    ModelException lost =
        new ModelMisdirectedException(FailureCause.NOT_FOUND, 404, "HTTP 404", Usage.NONE, null);
    ModelException unknown = connection(new UnknownHostException("nowhere"));
    for (ModelException failure : new ModelException[] {away, lost, unknown}) {
      health.unanswered(failure, health.begin());
      health.failed(null, failure);
    }

    String why = unknown.getMessage();
    assertThat(health.report())
        .isEqualTo(new ServiceReport(false, false, false, 1, 1, 1, 3, 1, 0, 0, 0, why));
    assertThat(health.report())
        .isEqualTo(new ServiceReport(false, false, false, 0, 0, 0, 3, 1, 0, 0, 0, ""));
    health.failed(lost, away);
    health.over(unknown);
    assertThat(health.report())
        .isEqualTo(new ServiceReport(false, false, false, 0, 0, 0, 2, 0, 0, 0, 0, ""));
  }

  @Test
  void waitsForWhatMayPass() {
    assertThat(health.isWaitedFor(serverError(500))).isTrue();
    assertThat(health.isWaitedFor(connection(new ConnectException("refused")))).isTrue();
    assertThat(
            health.isWaitedFor(
                new ModelException(FailureCause.BAD_REQUEST, 400, "no", Usage.NONE, null)))
        .isFalse();
    assertThat(health.isWaitedFor(refused())).isFalse();
    assertThat(health.isWaitedFor(noQuota())).isFalse();
    assertThat(new ServiceHealth(true, clock).isWaitedFor(noQuota())).isTrue();
  }

  private boolean isOwn(ModelException failure, long failedAt) {
    return health.isOwn(failure, failedAt, () -> true);
  }

  private static ModelException noQuota() {
    return new ModelRefusedException(FailureCause.NO_QUOTA, 429, "HTTP 429", null);
  }

  private static ModelException conflict() {
    return unavailable(FailureCause.CONFLICT, null);
  }

  private static ModelException serverError(int status) {
    return new ModelUnavailableException(
        FailureCause.SERVER_ERROR, status, "HTTP " + status, null, ServerLimits.NONE, null);
  }

  private static ModelException connection(Throwable cause) {
    return new ModelUnavailableException(
        FailureCause.CONNECTION, 0, cause.toString(), null, ServerLimits.NONE, cause);
  }
}
