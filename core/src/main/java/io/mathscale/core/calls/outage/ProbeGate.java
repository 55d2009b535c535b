package io.mathscale.core.calls.outage;

import io.mathscale.core.model.ChatReply;
import io.mathscale.core.model.ChatRequest;
import io.mathscale.core.model.ModelException;
import io.mathscale.core.model.Permit;
import io.mathscale.core.model.Permits;
import io.mathscale.core.model.StoppedException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * Lets calls through while the service answers; until it has, and while it is away, only the probes
 * that {@link OutageWatch} grants. So a wrong key or a wrong address is found out by a handful of
 * requests, not by a window full in each executor.
 */
public final class ProbeGate implements Permits {
  private final Permits permits;
  private final ServiceHealth health;
  private final Runnable report;

  /**
   * A gate that is closed until it is told otherwise.
   *
   * @param permits where those that pass get their permits
   * @param health whether the gate is open
   * @param report reports at once, so that a call that waits, or an answer to a probe, is known
   */
  public ProbeGate(Permits permits, ServiceHealth health, Runnable report) {
    this.permits = permits;
    this.health = health;
    this.report = report;
  }

  @Override
  public Permit acquire(ChatRequest request) {
    if (!health.isOpen()) {
      awaitTurn();
    }

    return new Watched(permits.acquire(request));
  }

  private void awaitTurn() {
    CompletableFuture<Void> turn = health.turns().queue();
    if (!turn.isDone() && health.turns().waiting() == 1) {
      report.run();
    }

    try {
      turn.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoppedException("The stage is stopping", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("A turn must not fail", e);
    }
  }

  /** A permit whose end tells how the service is. */
  private final class Watched implements Permit {
    private final Permit permit;
    private final long begun = health.begin();

    Watched(Permit permit) {
      this.permit = permit;
    }

    @Override
    public void answered(ChatReply reply) {
      health.answered(begun);
      permit.answered(reply);
      reportIfClosed();
    }

    @Override
    public void failed(ModelException failure) {
      health.unanswered(failure, begun);
      permit.failed(failure);
      reportIfClosed();
    }

    /** Others wait for what this request has found. */
    private void reportIfClosed() {
      if (!health.isOpen()) {
        report.run();
      }
    }
  }
}
