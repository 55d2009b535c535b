package io.mathscale.core.calls.limits;

import io.mathscale.core.data.FailureCause;
import io.mathscale.core.model.CallMeter;
import io.mathscale.core.model.Charge;
import io.mathscale.core.model.ChatReply;
import io.mathscale.core.model.ChatRequest;
import io.mathscale.core.model.ModelException;
import io.mathscale.core.model.ModelUnavailableException;
import io.mathscale.core.model.Permit;
import io.mathscale.core.model.Permits;
import io.mathscale.core.model.StoppedException;
import io.mathscale.core.model.Usage;
import io.mathscale.core.time.TimeSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Permits to send requests, leased for what waits in this process, many at a time. Where nothing is
 * limited they are given at once, as long as reports are answered. Every end of a request is
 * reported.
 */
public final class LeasedPermits implements Permits, AutoCloseable {
  /** The most requests that are asked for in one message. */
  private static final int MOST_A_LEASE = 256;

  /** The longest single wait, so that a stop is noticed soon. */
  private static final long LONGEST_WAIT_NANOS = 200_000_000L;

  private final boolean isMeasured;
  private final LimitsClient limits;
  private final Reporter reporter;
  private final RequestPrices prices;
  private final CallMeter meter;
  private final TimeSource time;
  private final Deque<Waiter> waiters = new ArrayDeque<>();
  private final Thread leaser;
  private boolean isClosed;

  /**
   * Permits for the requests of this process.
   *
   * @param stage name of the stage
   * @param isMeasured whether the tokens or the money of requests are limited
   * @param limits whom to ask for permission
   * @param reporter reports the ends of requests
   * @param prices what requests may cost
   * @param meter told what each request cost
   * @param time by which to wait
   */
  public LeasedPermits(
      String stage,
      boolean isMeasured,
      LimitsClient limits,
      Reporter reporter,
      RequestPrices prices,
      CallMeter meter,
      TimeSource time) {
    this.isMeasured = isMeasured;
    this.limits = limits;
    this.reporter = reporter;
    this.prices = prices;
    this.meter = meter;
    this.time = time;
    this.leaser = new Thread(this::leaseAll, "calls-lease-" + stage);
    this.leaser.setDaemon(true);
    this.leaser.start();
  }

  @Override
  public Permit acquire(ChatRequest request) {
    if (reporter.isStopped()) {
      throw new StoppedException("The stage is stopping");
    }

    if (!reporter.isLimited()) {
      awaitHeard();
      return new Leased(request, RequestEstimate.NONE, false);
    }

    Waiter waiter =
        new Waiter(
            isMeasured ? prices.estimate(request) : RequestEstimate.NONE,
            new CompletableFuture<>());
    synchronized (waiters) {
      if (isClosed) {
        throw new StoppedException("The stage is stopping");
      }

      waiters.addLast(waiter);
      waiters.notifyAll();
    }

    return new Leased(request, waiter.estimate(), waiter.await());
  }

  /** A driver that stands still for long may be taken for gone, and the stage be another run's. */
  private void awaitHeard() {
    try {
      while (reporter.isUnheard()) {
        time.sleepUntil(time.nanos() + LONGEST_WAIT_NANOS);
        if (reporter.isStopped()) {
          throw new StoppedException("The stage is stopping");
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoppedException("The stage is stopping", e);
    }
  }

  private void leaseAll() {
    List<Waiter> batch = List.of();
    try {
      batch = nextBatch();
      while (!batch.isEmpty()) {
        lease(batch);
        batch = nextBatch();
      }
    } catch (InterruptedException e) {
      // Closing: close() ends the waiters.
    } catch (RuntimeException e) {
      reporter.fail(e);
      batch.forEach(Waiter::stop);
      endWaiters();
    }
  }

  private List<Waiter> nextBatch() throws InterruptedException {
    synchronized (waiters) {
      while (waiters.isEmpty() && !isClosed) {
        waiters.wait();
      }

      List<Waiter> batch = new ArrayList<>();
      while (!waiters.isEmpty() && batch.size() < MOST_A_LEASE) {
        batch.add(waiters.removeFirst());
      }

      return batch;
    }
  }

  private void lease(List<Waiter> batch) throws InterruptedException {
    // The limits need not know of it, as where this process alone is told to end.
    if (reporter.isStopped()) {
      batch.forEach(Waiter::stop);
      endWaiters();
      return;
    }

    long asked = time.nanos();
    Grant grant = limits.lease(batch.stream().map(Waiter::estimate).toList());
    batch.subList(0, grant.granted()).forEach(waiter -> waiter.granted().complete(true));
    List<Waiter> others = batch.subList(grant.granted(), batch.size());
    if (grant.isStopped()) {
      reporter.stop();
      others.forEach(Waiter::stop);
      endWaiters();
      return;
    }

    synchronized (waiters) {
      for (int i = others.size() - 1; i >= 0; i--) {
        waiters.addFirst(others.get(i));
      }

      if (isClosed) {
        endWaiters();
      }
    }

    if (grant.waitNanos() > 0) {
      // Money and rates may be freed by what has just ended.
      reporter.send();
      time.sleepUntil(asked + Math.min(grant.waitNanos(), LONGEST_WAIT_NANOS));
    }
  }

  private void endWaiters() {
    synchronized (waiters) {
      isClosed = true;
      waiters.forEach(Waiter::stop);
      waiters.clear();
      waiters.notifyAll();
    }
  }

  /** Ends all who wait, who then know that the stage is stopping. */
  @Override
  public void close() {
    endWaiters();
    leaser.interrupt();
  }

  /** A request that waits for permission. */
  private record Waiter(RequestEstimate estimate, CompletableFuture<Boolean> granted) {
    void stop() {
      granted.cancel(false);
    }

    boolean await() {
      try {
        return granted.join();
      } catch (CancellationException | CompletionException e) {
        throw new StoppedException("The stage is stopping", e);
      }
    }
  }

  /** The permit of one request. */
  private final class Leased implements Permit {
    private final ChatRequest request;
    private final RequestEstimate estimate;
    private final boolean wasGranted;

    Leased(ChatRequest request, RequestEstimate estimate, boolean wasGranted) {
      this.request = request;
      this.estimate = estimate;
      this.wasGranted = wasGranted;
    }

    @Override
    public void answered(ChatReply reply) {
      prices.learn(estimate, reply.usage());
      Charge charge = charged(reply.usage());
      reporter.add(
          ended -> {
            ended.request(estimate, wasGranted, charge);
            ended.told(reply.limits());
          });
    }

    @Override
    public void failed(ModelException failure) {
      Charge charge = charged(failure.usage());
      reporter.add(
          ended -> {
            ended.request(estimate, wasGranted, charge);
            if (failure.failureCause() == FailureCause.RATE_LIMITED) {
              ended.throttled();
            }

            if (failure instanceof ModelUnavailableException unavailable) {
              ended.retried(failure.failureCause());
              ended.told(unavailable.limits());
            }
          });
    }

    private Charge charged(Usage usage) {
      Charge charge = prices.charge(request, estimate, usage);
      meter.add(charge);
      return charge;
    }
  }
}
