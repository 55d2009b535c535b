package io.mathscale.core.calls;

import io.mathscale.core.calls.access.Credentials;
import io.mathscale.core.calls.access.CredentialsReader;
import io.mathscale.core.calls.limits.ExecutorReport;
import io.mathscale.core.calls.limits.Grant;
import io.mathscale.core.calls.limits.LeasedPermits;
import io.mathscale.core.calls.limits.LimitsClient;
import io.mathscale.core.calls.limits.Reporter;
import io.mathscale.core.calls.limits.RequestEstimate;
import io.mathscale.core.calls.limits.RequestPrices;
import io.mathscale.core.calls.limits.RunState;
import io.mathscale.core.calls.outage.ProbeGate;
import io.mathscale.core.calls.outage.ServiceHealth;
import io.mathscale.core.data.Message;
import io.mathscale.core.model.CallMeter;
import io.mathscale.core.model.ChatModel;
import io.mathscale.core.model.ChatReply;
import io.mathscale.core.model.ChatRequest;
import io.mathscale.core.model.ModelException;
import io.mathscale.core.model.ModelRefusedException;
import io.mathscale.core.model.StoppedException;
import io.mathscale.core.model.TokenCounter;
import io.mathscale.core.time.TimeSource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hadoop.conf.Configuration;

/** An executor of such a run, with as many threads as calls in flight. */
final class SimulatedExecutor implements AutoCloseable {
  private final SimulatedRun run;
  private final ExecutorService threads = Executors.newFixedThreadPool(SimulatedRun.IN_FLIGHT);
  private final AtomicInteger inFlight = new AtomicInteger();
  private final AtomicInteger numbers = new AtomicInteger();
  private final Reporter reporter;
  private final LeasedPermits permits;
  private final ChatModel model;

  SimulatedExecutor(String name, SimulatedRun run) {
    this.run = run;
    LimitsClient link =
        new LimitsClient() {
          @Override
          public Grant lease(List<RequestEstimate> wanted) {
            return run.limits().lease(name, wanted);
          }

          @Override
          public RunState settle(ExecutorReport ended) {
            return run.limits().settle(name, ended);
          }
        };
    RunSettings settings = run.settings();
    TimeSource time = settings.time();
    ServiceHealth health = new ServiceHealth(settings.calls().waitForQuota(), time::nanos);
    TokenCounter counter = new TokenCounter();
    reporter = new Reporter("stage", link, ended -> {}, inFlight::get, false, health, time);
    permits =
        new LeasedPermits(
            "stage",
            false,
            link,
            reporter,
            new RequestPrices(settings.model().price(), settings.model().serviceTier(), counter),
            new CallMeter(),
            time);
    ProbeGate gate = new ProbeGate(permits, health, reporter::sendOrFail);
    Credentials noKeys =
        new CredentialsReader(variable -> null, Configuration::new)
            .read(settings.model(), Map.of());
    model = ModelStack.of(settings, noKeys, gate, health, this::sleep, counter);
    reporter.start(report -> {});
  }

  private void sleep(Duration duration) throws InterruptedException {
    TimeSource time = run.settings().time();
    long end = time.nanos() + duration.toNanos();
    while (end - time.nanos() > 0) {
      if (reporter.isStopped()) {
        throw new StoppedException("The stage is stopping");
      }

      time.sleep(Duration.ofMillis(200));
    }
  }

  /** Asks for so many answers, without waiting for them. */
  void ask(int count) {
    for (int i = 0; i < count; i++) {
      submit("What is %d + 25?".formatted(numbers.incrementAndGet()));
    }
  }

  /** Asks what a service may find too hard. */
  void askPoison(int count) {
    for (int i = 0; i < count; i++) {
      submit(SimulatedRun.POISON + numbers.incrementAndGet());
    }
  }

  private void submit(String text) {
    threads.execute(
        () -> ask(new ChatRequest(List.of(Message.user(text)), SimulatedRun.SAMPLING, null)));
  }

  private void ask(ChatRequest request) {
    inFlight.incrementAndGet();
    try {
      ChatReply reply = model.ask(request);
      reporter.add(ended -> ended.completed(reply.isTruncated()));
      run.answered();
    } catch (StoppedException e) {
      run.stopped();
    } catch (ModelRefusedException e) {
      reporter.stop();
      reporter.add(ended -> ended.refused(e.getMessage()));
      reporter.send();
      run.stopped();
    } catch (ModelException e) {
      reporter.add(ended -> ended.failed(e.failureCause()));
      run.failed(e);
    } finally {
      inFlight.decrementAndGet();
    }
  }

  @Override
  public void close() {
    reporter.stop();
    threads.shutdownNow();
    reporter.close();
    permits.close();
    model.close();
  }
}
