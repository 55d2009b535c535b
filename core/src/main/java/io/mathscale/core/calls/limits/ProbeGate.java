package io.mathscale.core.calls.limits;

import io.mathscale.core.data.FailureCause;
import io.mathscale.core.model.ChatReply;
import io.mathscale.core.model.ChatRequest;
import io.mathscale.core.model.ModelException;
import io.mathscale.core.model.Permit;
import io.mathscale.core.model.Permits;
import io.mathscale.core.model.StoppedException;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;

/**
 * Lets one request at a time through until the service has answered one: a wrong key or a wrong
 * address is found out by one request a process, not by a window full.
 */
public final class ProbeGate implements Permits {
  private final Permits permits;
  private final BooleanSupplier isStopped;
  private final Semaphore turn = new Semaphore(1);
  private volatile boolean isProven;

  /**
   * A gate that is closed until the first answer.
   *
   * @param permits where those that pass get their permits
   * @param isStopped whether no more requests are to be sent
   */
  public ProbeGate(Permits permits, BooleanSupplier isStopped) {
    this.permits = permits;
    this.isStopped = isStopped;
  }

  /** Whether the service has ever answered, even if only to reject one request. */
  public boolean isProven() {
    return isProven;
  }

  @Override
  public Permit acquire(ChatRequest request) {
    if (isProven) {
      return permits.acquire(request);
    }

    try {
      turn.acquire();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoppedException("The stage is stopping", e);
    }

    if (isProven || isStopped.getAsBoolean()) {
      turn.release();
      return permits.acquire(request);
    }

    try {
      return new Turn(permits.acquire(request));
    } catch (RuntimeException e) {
      turn.release();
      throw e;
    }
  }

  private final class Turn implements Permit {
    private final Permit permit;

    Turn(Permit permit) {
      this.permit = permit;
    }

    @Override
    public void answered(ChatReply reply) {
      isProven = true;
      permit.answered(reply);
      turn.release();
    }

    @Override
    public void failed(ModelException failure) {
      isProven = isProven || isAnswer(failure.failureCause());
      permit.failed(failure);
      turn.release();
    }
  }

  private static boolean isAnswer(FailureCause cause) {
    return switch (cause) {
      case CONNECTION, KEY_REFUSED, NO_QUOTA, UNKNOWN_MODEL -> false;
      case RATE_LIMITED,
          TIMEOUT,
          CONFLICT,
          SERVER_ERROR,
          BAD_REQUEST,
          NOT_FOUND,
          PROMPT_TOO_LONG,
          NOT_JSON,
          BODY_TOO_LARGE,
          EMPTY,
          TRUNCATED,
          FILTERED ->
          true;
    };
  }
}
