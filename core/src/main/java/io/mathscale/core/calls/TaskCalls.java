package io.mathscale.core.calls;

import io.mathscale.core.calls.journal.JournalEntry;
import io.mathscale.core.calls.stats.CallAccumulators;
import io.mathscale.core.calls.stats.CallStats;
import io.mathscale.core.config.ModelConfig;
import io.mathscale.core.data.CallFailure;
import io.mathscale.core.data.Completion;
import io.mathscale.core.data.OpenCharge;
import io.mathscale.core.identity.StableHash;
import io.mathscale.core.model.Charge;
import io.mathscale.core.model.ChatReply;
import io.mathscale.core.model.ChatRequest;
import io.mathscale.core.model.ModelException;
import io.mathscale.core.model.ModelRefusedException;
import io.mathscale.core.model.Sampling;
import io.mathscale.core.model.StoppedException;
import io.mathscale.core.model.Usage;
import io.mathscale.core.time.TimeSource;
import java.time.Duration;
import org.apache.spark.TaskContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The calls of one task attempt. Where the attempt ends before its calls do, those that are in
 * flight end by themselves and are kept; whoever ends last waits until all of it is durable and
 * gives back what the attempt held, so that the next attempt finds all that was paid for.
 */
final class TaskCalls {
  private static final Logger LOG = LoggerFactory.getLogger(TaskCalls.class);

  /** Services take seeds of 31 bits. */
  private static final long SEED_MASK = 0x7fff_ffffL;

  private static final long NANOS_PER_MILLI = 1_000_000L;

  private final ExecutorCalls shared;
  private final CallAccumulators accumulators;
  private final Runnable giveBack;
  private final Sampling sampling;
  private final ModelConfig config;
  private final TimeSource time;
  private final int partition = TaskContext.getPartitionId();
  private long open;
  private boolean isFinished;
  private Throwable broken;

  /**
   * The calls of an attempt.
   *
   * @param accumulators count how the calls end
   * @param giveBack run once, when the last call has ended and what was answered is durable
   */
  TaskCalls(ExecutorCalls shared, CallAccumulators accumulators, Runnable giveBack) {
    this.shared = shared;
    this.accumulators = accumulators;
    this.giveBack = giveBack;
    this.sampling = shared.run().sampling();
    this.config = shared.run().model();
    this.time = shared.run().time();
  }

  /** Asks for one call as soon as there is room for it. */
  void submit(PlannedCall call) throws InterruptedException {
    began();
    boolean isSubmitted = false;
    try {
      shared.submit(() -> askAndEnd(call));
      isSubmitted = true;
    } finally {
      if (!isSubmitted) {
        ended();
      }
    }
  }

  private synchronized void began() {
    open++;
  }

  /** Waits until every submitted call has ended. */
  synchronized void awaitAll() throws InterruptedException {
    while (open > 0) {
      wait();
    }

    requireWhole();
  }

  /** No more calls will be submitted, and those that wait for room are not begun. */
  void finish() {
    boolean isLast;
    synchronized (this) {
      isFinished = true;
      isLast = open == 0;
    }

    if (isLast) {
      close();
    }
  }

  private void ended() {
    boolean isLast;
    synchronized (this) {
      open--;
      notifyAll();
      isLast = isFinished && open == 0;
    }

    if (isLast) {
      close();
    }
  }

  private void close() {
    try {
      shared.journal().awaitDurable();
    } finally {
      giveBack.run();
    }
  }

  /** Throws what broke a call, if anything did: a bug. */
  synchronized void requireWhole() {
    if (broken != null) {
      throw new IllegalStateException("Calls of this task cannot be made", broken);
    }
  }

  private synchronized boolean isWanted() {
    return !isFinished && broken == null && !shared.reporter().isStopped();
  }

  private void askAndEnd(PlannedCall call) {
    try {
      if (isWanted()) {
        askOnce(call);
      }
    } catch (RuntimeException | Error e) {
      LOG.error("Call {} of row {} cannot be made", call.key(), call.id(), e);
      synchronized (this) {
        broken = e;
      }
    } finally {
      endedInExecutor();
    }
  }

  /** Spark ends an executor for whatever leaves a thread that is not a task's. */
  private void endedInExecutor() {
    try {
      ended();
    } catch (RuntimeException e) {
      LOG.error("An ended task attempt cannot give back what it held", e);
    }
  }

  private void askOnce(PlannedCall call) {
    shared.plugin().ifPresent(plugin -> plugin.metrics().began());
    long begun = time.nanos();
    shared.meter().begin();
    try {
      ChatReply reply = shared.ask(request(call));
      Completion completion = completion(call, reply, begun);
      shared.journal().append(JournalEntry.of(partition, completion));
      accumulators.add(CallStats.of(completion));
      boolean isUsable = shared.run().check().isUsable(reply.content());
      shared
          .reporter()
          .add(
              ended -> {
                ended.completed(reply.isTruncated());
                if (!isUsable) {
                  ended.rejected(reply.content());
                }
              });
    } catch (StoppedException e) {
      LOG.debug("Call {} was not made", call.key());
      leaveOpen(call);
    } catch (ModelRefusedException e) {
      leaveOpen(call);
      refuse(e.getMessage());
    } catch (ModelException e) {
      fail(call, e, begun);
    } finally {
      Duration took = Duration.ofNanos(time.nanos() - begun);
      shared.plugin().ifPresent(plugin -> plugin.metrics().ended(took));
    }
  }

  private void fail(PlannedCall call, ModelException e, long begun) {
    CallFailure failure = failure(call, e, begun);
    shared.journal().append(JournalEntry.of(partition, failure));
    accumulators.add(CallStats.of(failure));
    shared.reporter().add(ended -> ended.failed(e.failureCause()));
  }

  /** Writes down what a call was charged that has not ended and will be made again. */
  private void leaveOpen(PlannedCall call) {
    Charge charge = shared.meter().total();
    if (charge.isNothing()) {
      return;
    }

    OpenCharge open =
        new OpenCharge(
            call.key(),
            charge.usage().inputTokens(),
            charge.usage().outputTokens(),
            charge.cost(),
            charge.doubtfulCost(),
            time.now().toEpochMilli());
    shared.journal().append(JournalEntry.of(partition, open));
  }

  private void refuse(String message) {
    shared.reporter().stop();
    shared.reporter().add(ended -> ended.refused(message));
    shared.reporter().send();
  }

  private ChatRequest request(PlannedCall call) {
    return new ChatRequest(call.messages(), sampling, config.sendSeed() ? seed(call) : null);
  }

  /** Another one for each sample and, since the same seed may bring the same answer, attempt. */
  private static long seed(PlannedCall call) {
    long hash =
        call.attempt() == 0
            ? StableHash.hash(call.sample(), "sample")
            : StableHash.hash(call.sample(), "sample", call.attempt());
    return hash & SEED_MASK;
  }

  private Completion completion(PlannedCall call, ChatReply reply, long begun) {
    Charge charge = shared.meter().total();
    Usage usage = charge.usage();
    return new Completion(
        call.key(),
        reply.content(),
        reply.reasoning(),
        reply.finishReason(),
        reply.model(),
        usage.inputTokens(),
        usage.cachedInputTokens(),
        usage.outputTokens(),
        usage.reported(),
        charge.cost(),
        reply.tries(),
        (time.nanos() - begun) / NANOS_PER_MILLI,
        time.now().toEpochMilli(),
        charge.doubtfulCost(),
        call.attempt());
  }

  private CallFailure failure(PlannedCall call, ModelException e, long begun) {
    Charge charge = shared.meter().total();
    Usage usage = charge.usage();
    return new CallFailure(
        call.key(),
        e.failureCause(),
        e.status(),
        String.valueOf(e.getMessage()),
        usage.inputTokens(),
        usage.outputTokens(),
        charge.cost(),
        e.tries(),
        (time.nanos() - begun) / NANOS_PER_MILLI,
        time.now().toEpochMilli(),
        charge.doubtfulCost(),
        call.attempt());
  }
}
