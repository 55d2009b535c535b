package io.mathscale.core.calls;

import io.mathscale.core.data.FailureCause;
import io.mathscale.core.model.ChatReply;
import io.mathscale.core.model.ChatRequest;
import io.mathscale.core.model.ModelException;
import io.mathscale.core.model.ModelUnavailableException;
import io.mathscale.core.model.Permit;
import io.mathscale.core.model.Permits;
import io.mathscale.core.model.Price;
import io.mathscale.core.model.StoppedException;
import io.mathscale.core.model.TokenCounter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/**
 * Leave to send requests, leased for what waits in this process, many at a time. Where nothing is
 * limited it is given at once. Every end of a request is reported.
 */
final class LeasedPermits implements Permits {
  /** So many requests are asked for in one message at most. */
  private static final int MOST_A_LEASE = 256;

  /** Waits are cut into pieces, so that a stop is seen soon. */
  private static final long LONGEST_WAIT_NANOS = 200_000_000L;

  private final RunSpec run;
  private final LimitsLink link;
  private final Reports reports;
  private final Price price;
  private final TokenCounter counter;
  private final Deque<Waiter> waiters = new ArrayDeque<>();
  private final Thread leaser;
  private boolean isClosed;

  LeasedPermits(RunSpec run, LimitsLink link, Reports reports, Price price, TokenCounter counter) {
    this.run = run;
    this.link = link;
    this.reports = reports;
    this.price = price;
    this.counter = counter;
    this.leaser = new Thread(this::leaseAll, "calls-lease-" + run.stage());
    this.leaser.setDaemon(true);
    this.leaser.start();
  }

  @Override
  public Permit acquire(ChatRequest request) {
    if (reports.isStopped()) {
      throw new StoppedException("The stage is stopping");
    }

    if (!reports.isLimited()) {
      return new Leased(Demand.NONE, false);
    }

    Waiter waiter = new Waiter(demand(request), new CompletableFuture<>());
    synchronized (waiters) {
      if (isClosed) {
        throw new StoppedException("The stage is stopping");
      }

      waiters.addLast(waiter);
      waiters.notifyAll();
    }

    return new Leased(waiter.demand(), waiter.await());
  }

  private Demand demand(ChatRequest request) {
    boolean isMoneyLimited = run.calls().budget().signum() > 0;
    if (!isMoneyLimited
        && run.calls().inputTokensPerMinute() == 0
        && run.calls().outputTokensPerMinute() == 0) {
      return Demand.NONE;
    }

    long input = counter.count(request.messages());
    long output = request.sampling().maxTokens();
    return new Demand(input, output, price.worst(input, output));
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
      reports.fail(e);
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
    Grant grant = link.lease(batch.stream().map(Waiter::demand).toList());
    batch.subList(0, grant.granted()).forEach(waiter -> waiter.granted().complete(true));
    List<Waiter> others = batch.subList(grant.granted(), batch.size());
    if (grant.isStopped()) {
      reports.stop();
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
      reports.send();
      TimeUnit.NANOSECONDS.sleep(Math.min(grant.waitNanos(), LONGEST_WAIT_NANOS));
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

  void close() {
    endWaiters();
    leaser.interrupt();
  }

  /** A request that waits for leave. */
  private record Waiter(Demand demand, CompletableFuture<Boolean> granted) {
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

  /** Leave for one request. */
  private final class Leased implements Permit {
    private final Demand demand;
    private final boolean wasGranted;

    Leased(Demand demand, boolean wasGranted) {
      this.demand = demand;
      this.wasGranted = wasGranted;
    }

    @Override
    public void answered(ChatReply reply) {
      reports.add(
          ended -> {
            ended.request(demand, wasGranted, reply.usage(), price.cost(reply.usage()));
            ended.told(reply.limits());
          });
    }

    @Override
    public void failed(ModelException failure) {
      reports.add(
          ended -> {
            ended.request(demand, wasGranted, failure.usage(), price.cost(failure.usage()));
            if (failure.failureCause() == FailureCause.RATE_LIMITED) {
              ended.throttled();
            }

            if (failure instanceof ModelUnavailableException unavailable) {
              ended.retried(failure.failureCause());
              ended.told(unavailable.limits());
            }
          });
    }
  }
}
