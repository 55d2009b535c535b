package io.mathscale.core.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mathscale.core.calls.access.Credentials;
import io.mathscale.core.calls.access.CredentialsReader;
import io.mathscale.core.calls.limits.ExecutorReport;
import io.mathscale.core.calls.limits.Grant;
import io.mathscale.core.calls.limits.LeasedPermits;
import io.mathscale.core.calls.limits.LimitsClient;
import io.mathscale.core.calls.limits.Reporter;
import io.mathscale.core.calls.limits.RequestEstimate;
import io.mathscale.core.calls.limits.RequestPrices;
import io.mathscale.core.calls.limits.RunLimits;
import io.mathscale.core.calls.limits.RunState;
import io.mathscale.core.calls.limits.RunStop;
import io.mathscale.core.calls.limits.SpendingBound;
import io.mathscale.core.calls.outage.OutageWatch;
import io.mathscale.core.calls.outage.ProbeGate;
import io.mathscale.core.calls.outage.ServiceHealth;
import io.mathscale.core.config.MathscaleConfig;
import io.mathscale.core.config.Settings;
import io.mathscale.core.data.FailureCause;
import io.mathscale.core.data.Message;
import io.mathscale.core.model.CallMeter;
import io.mathscale.core.model.ChatModel;
import io.mathscale.core.model.ChatReply;
import io.mathscale.core.model.ChatRequest;
import io.mathscale.core.model.ModelException;
import io.mathscale.core.model.ModelRefusedException;
import io.mathscale.core.model.Sampling;
import io.mathscale.core.model.StoppedException;
import io.mathscale.core.model.TokenCounter;
import io.mathscale.core.time.FastTime;
import io.mathscale.teacher.Teacher;
import io.mathscale.teacher.TeacherOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Limits, watch and model client as driver and executors have them, without Spark, while the model
 * service is away. Minutes pass in a second.
 */
@Tag("slow")
class OutageTest {
  private static final int IN_FLIGHT = 8;
  private static final Sampling SAMPLING = Sampling.of(0, 512);
  private static final String POISON = "poison";

  private static final String ANSWER =
      """
      {"choices": [{"message": {"role": "assistant", "content": "4"}, "finish_reason": "stop"}],
       "usage": {"prompt_tokens": 10, "completion_tokens": 2, "total_tokens": 12}}
      """;

  @TempDir private Path folder;

  private final Queue<ModelException> failures = new ConcurrentLinkedQueue<>();
  private final AtomicInteger answers = new AtomicInteger();
  private final AtomicInteger stopped = new AtomicInteger();
  private final List<Executing> processes = new ArrayList<>();
  private FastTime time = new FastTime(100);
  private RunLimits limits;
  private RunSettings run;

  @AfterEach
  void close() {
    processes.forEach(Executing::close);
  }

  @Test
  void answersEveryCallThoughTheServerIsAwayForFiveMinutes() throws IOException {
    int port;
    try (Teacher teacher = Teacher.start(TeacherOptions.defaults().withLatency("20ms"))) {
      port = URI.create(teacher.baseUrl()).getPort();
      open(List.of(teacher.baseUrl()), "", 1_000);
      process("a").ask(400);
      process("b").ask(300);
      await().until(() -> answers.get() > 100);
    }

    await().until(() -> limits.stats().waiting().isWaiting());
    process("born in the outage").ask(300);
    await().until(() -> waited().compareTo(Duration.ofMinutes(5)) > 0);
    long requests = limits.stats().calls().requests();
    try (Teacher back = Teacher.start(TeacherOptions.defaults().withPort(port))) {
      awaitAll(1_000);

      assertThat(back.stats().completed()).isPositive();
    }

    assertThat(answers).hasValue(1_000);
    assertThat(failures).isEmpty();
    assertThat(limits.stopped()).isEmpty();
    assertThat(limits.stats().waiting().isWaiting()).isFalse();
    assertThat(requests).as("answers, those in flight, a few probes").isLessThan(1_000);
  }

  @Test
  void answersTheLastThreeCallsThoughTheServerIsAway() throws IOException {
    int port;
    try (Teacher teacher = Teacher.start(TeacherOptions.defaults())) {
      port = URI.create(teacher.baseUrl()).getPort();
      open(List.of(teacher.baseUrl()), "", 4);
      process("a").ask(1);
      await().until(() -> answers.get() == 1);
    }

    processes.get(0).ask(3);
    await().until(() -> waited().compareTo(Duration.ofMinutes(2)) > 0);
    try (Teacher back = Teacher.start(TeacherOptions.defaults().withPort(port))) {
      awaitAll(4);
      assertThat(back.stats().completed()).isEqualTo(3);
    }

    assertThat(failures).isEmpty();
  }

  @Test
  void failsNoCallOfTheTailWhileAProxySaysThatTheServerIsAway() throws IOException {
    AtomicInteger requests = new AtomicInteger();
    Dispatcher away =
        dispatcher(request -> requests.incrementAndGet() < 30 ? status(502) : status(200));
    try (MockWebServer server = serve(away)) {
      open(List.of(url(server)), "calls.start-patience = 1h", 3);
      process("a").ask(3);
      awaitAll(3);
    }

    assertThat(answers).hasValue(3);
  }

  @Test
  void endsAtTheStartWhereNobodyListens() throws IOException {
    String nobody;
    try (Teacher teacher = Teacher.start(TeacherOptions.defaults())) {
      nobody = teacher.baseUrl();
    }

    open(List.of(nobody), "", 1_000);
    process("a").ask(500);
    process("b").ask(500);
    awaitAll(1_000);

    assertThat(stopped).hasValue(1_000);
    assertThat(limits.stopped().orElseThrow().message())
        .startsWith("The model service must be reachable: No answer from " + nobody)
        .endsWith(" (no answer in 15 s, calls.start-patience)");
    assertThat(limits.stats().calls().requests()).isBetween(2L, 10L);
  }

  @Test
  void waitsAtTheStartForAServerThatIsLoading() throws IOException {
    AtomicInteger requests = new AtomicInteger();
    Dispatcher loading =
        dispatcher(request -> requests.incrementAndGet() < 4 ? status(503) : status(200));
    try (MockWebServer server = serve(loading)) {
      open(List.of(url(server)), "calls.start-patience = 1h", 100);
      process("a").ask(100);
      awaitAll(100);
    }

    assertThat(answers).hasValue(100);
    assertThat(requests).hasValue(103);
  }

  @Test
  void endsByAFewRequestsWhereNothingIsFound() throws IOException {
    try (MockWebServer server = serve(dispatcher(request -> status(404)))) {
      open(List.of(url(server)), "calls.start-patience = 1h", 1_000);
      process("a").ask(500);
      process("b").ask(500);
      awaitAll(1_000);

      assertThat(server.getRequestCount()).isBetween(3, 5);
      assertThat(limits.stopped().orElseThrow())
          .isEqualTo(
              new RunStop(
                  RunStop.Reason.REFUSED,
                  "The model service must be where model.base-url says: HTTP 404 from "
                      + url(server)
                      + "/chat/completions (base-url usually ends with /v1)"));
    }

    assertThat(failures).isEmpty();
  }

  @Test
  void endsSoonWhereNothingIsFoundAnyMore() throws IOException {
    AtomicInteger requests = new AtomicInteger();
    Dispatcher moved =
        dispatcher(request -> requests.incrementAndGet() <= 200 ? status(200) : status(404));
    try (MockWebServer server = serve(moved)) {
      open(List.of(url(server)), "", 10_000);
      process("a").ask(10_000);
      awaitAll(10_000);
    }

    assertThat(answers).hasValue(200);
    assertThat(failures.size()).isLessThanOrEqualTo(IN_FLIGHT);
    assertThat(requests.get()).isBetween(200, 200 + 5 * IN_FLIGHT);
    assertThat(limits.stopped().orElseThrow().message())
        .startsWith("The model service must be where model.base-url says: HTTP 404 from ");
  }

  @Test
  void failsTheRowsThatAreNotFoundAmongOthersThatAre() throws IOException {
    Dispatcher some = dispatcher(request -> isPoisoned(request) ? status(404) : status(200));
    try (MockWebServer server = serve(some)) {
      open(List.of(url(server)), "", 200);
      process("a").ask(150);
      processes.get(0).askPoison(3);
      processes.get(0).ask(47);
      awaitAll(200);
    }

    assertThat(answers).hasValue(197);
    assertThat(failures)
        .extracting(ModelException::failureCause)
        .containsOnly(FailureCause.NOT_FOUND);
    assertThat(limits.stopped()).isEmpty();
  }

  @Test
  void failsAPoisonedPromptByItsTriesEvenIfItIsTheLast() throws IOException {
    Dispatcher healthy = dispatcher(request -> isPoisoned(request) ? status(500) : status(200));
    try (MockWebServer server = serve(healthy)) {
      open(List.of(url(server)), "", 52);
      process("a").ask(50);
      await().until(() -> answers.get() == 50);
      processes.get(0).askPoison(2);
      awaitAll(52);
    }

    assertThat(failures)
        .hasSize(2)
        .allSatisfy(
            failure -> {
              assertThat(failure.failureCause()).isEqualTo(FailureCause.SERVER_ERROR);
              assertThat(failure.tries()).isBetween(6, 8);
            });
    assertThat(limits.stopped()).isEmpty();
  }

  @Test
  void waitsAnHourWhereTheServiceAsksForIt() throws IOException {
    time = new FastTime(3_600);
    AtomicInteger requests = new AtomicInteger();
    Dispatcher limited =
        dispatcher(
            request ->
                requests.incrementAndGet() <= IN_FLIGHT
                    ? status(429).newBuilder().setHeader("Retry-After", "3600").build()
                    : status(200));
    try (MockWebServer server = serve(limited)) {
      open(List.of(url(server)), "calls.give-up-after = 2h", 20);
      process("a").ask(20);
      awaitAll(20);
    }

    assertThat(answers).hasValue(20);
    assertThat(failures).isEmpty();
  }

  @Test
  void endsWithoutAFailureWhereTheServiceAsksForLongerThanItIsWaitedFor() throws IOException {
    time = new FastTime(3_600);
    Dispatcher limited =
        dispatcher(request -> status(429).newBuilder().setHeader("Retry-After", "14400").build());
    try (MockWebServer server = serve(limited)) {
      open(List.of(url(server)), "", 20);
      process("a").ask(20);
      awaitAll(20);
    }

    assertThat(failures).isEmpty();
    assertThat(limits.stopped().orElseThrow().message())
        .contains("within 30 min (calls.give-up-after): HTTP 429", "calls.wait-for-quota");
  }

  @Test
  void waitsForTheQuotaOfTheNextDay() throws IOException {
    time = new FastTime(3_600);
    AtomicInteger requests = new AtomicInteger();
    Dispatcher limited =
        dispatcher(
            request ->
                requests.incrementAndGet() <= 200
                    ? status(429)
                        .newBuilder()
                        .body("{\"error\": {\"code\": \"insufficient_quota\"}}")
                        .build()
                    : status(200));
    try (MockWebServer server = serve(limited)) {
      open(List.of(url(server)), "calls.wait-for-quota = true", 20);
      process("a").ask(20);
      awaitAll(20);
    }

    assertThat(answers).hasValue(20);
    assertThat(failures).isEmpty();
  }

  @Test
  void goesOnWhereOneOfTwoEndpointsIsAwayForEver() throws IOException {
    String nobody;
    try (Teacher teacher = Teacher.start(TeacherOptions.defaults())) {
      nobody = teacher.baseUrl();
    }

    try (Teacher teacher = Teacher.start(TeacherOptions.defaults().withLatency("5ms"))) {
      open(List.of(nobody, teacher.baseUrl()), "", 500);
      process("a").ask(500);
      awaitAll(500);
    }

    assertThat(answers).hasValue(500);
    assertThat(failures).isEmpty();
  }

  @Test
  void goesOnWhereOneOfTwoEndpointsIsNotTheService() throws IOException {
    try (MockWebServer wrong = serve(dispatcher(request -> status(404)));
        Teacher teacher = Teacher.start(TeacherOptions.defaults().withLatency("5ms"))) {
      open(List.of(url(wrong), teacher.baseUrl()), "", 500);
      process("a").ask(500);
      awaitAll(500);

      assertThat(wrong.getRequestCount()).isLessThan(20);
    }

    assertThat(answers).hasValue(500);
    assertThat(failures).isEmpty();
  }

  private void awaitAll(int calls) {
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> answers.get() + failures.size() + stopped.get() == calls);
  }

  private Duration waited() {
    return limits.stats().waiting().time();
  }

  private void open(List<String> urls, String setting, long total) throws IOException {
    String endpoints =
        urls.stream()
            .skip(1)
            .map("{ base-url = \"%s\" }"::formatted)
            .collect(Collectors.joining(", ", "[", "]"));
    Path file =
        Files.writeString(
            folder.resolve("model.conf"),
            """
            workspace = none
            model.base-url = "%s"
            model.name = teacher
            model.endpoints = %s
            calls.in-flight-per-executor = %d
            %s
            """
                .formatted(urls.get(0), endpoints, IN_FLIGHT, setting));
    MathscaleConfig config = Settings.load(file.toFile(), List.of()).config();
    OutageWatch watch = new OutageWatch("stage", config.calls(), urls.size(), false, time::nanos);
    limits =
        new RunLimits(
            "stage", config.calls(), 1, total, List.of(), SpendingBound.NONE, watch, time::nanos);
    run = CallsFixture.settings(config, SAMPLING, time);
  }

  private Executing process(String name) {
    Executing process = new Executing(name);
    processes.add(process);
    return process;
  }

  private static MockWebServer serve(Dispatcher dispatcher) throws IOException {
    MockWebServer server = new MockWebServer();
    server.setDispatcher(dispatcher);
    server.start();
    return server;
  }

  private static String url(MockWebServer server) {
    return server.url("/api").toString();
  }

  /** Answers requests for a completion; its models are never asked for in vain. */
  private static Dispatcher dispatcher(Function<RecordedRequest, MockResponse> completions) {
    return new Dispatcher() {
      @Override
      public MockResponse dispatch(RecordedRequest request) {
        return completions.apply(request);
      }
    };
  }

  private static boolean isPoisoned(RecordedRequest request) {
    return request.getBody() != null && request.getBody().utf8().contains(POISON);
  }

  private static MockResponse status(int code) {
    return new MockResponse.Builder().code(code).body(code == 200 ? ANSWER : "{}").build();
  }

  /** What an executor has, and as many threads as calls in flight. */
  private final class Executing implements AutoCloseable {
    private final ExecutorService threads = Executors.newFixedThreadPool(IN_FLIGHT);
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger numbers = new AtomicInteger();
    private final Reporter reporter;
    private final LeasedPermits permits;
    private final ChatModel model;

    Executing(String name) {
      LimitsClient link =
          new LimitsClient() {
            @Override
            public Grant lease(List<RequestEstimate> wanted) {
              return limits.lease(name, wanted);
            }

            @Override
            public RunState settle(ExecutorReport ended) {
              return limits.settle(name, ended);
            }
          };
      ServiceHealth health = new ServiceHealth(run.calls().waitForQuota(), time::nanos);
      TokenCounter counter = new TokenCounter();
      reporter = new Reporter("stage", link, ended -> {}, inFlight::get, false, health, time);
      permits =
          new LeasedPermits(
              "stage",
              false,
              link,
              reporter,
              new RequestPrices(run.model().price(), run.model().serviceTier(), counter),
              new CallMeter(),
              time);
      ProbeGate gate = new ProbeGate(permits, health, reporter::sendOrFail);
      Credentials noKeys =
          new CredentialsReader(variable -> null, Configuration::new).read(run.model(), Map.of());
      model = ModelStack.of(run, noKeys, gate, health, this::sleep, counter);
      reporter.start(report -> {});
    }

    private void sleep(Duration duration) throws InterruptedException {
      long end = time.nanos() + duration.toNanos();
      while (end - time.nanos() > 0) {
        if (reporter.isStopped()) {
          throw new StoppedException("The stage is stopping");
        }

        time.sleep(Duration.ofMillis(200));
      }
    }

    void ask(int count) {
      for (int i = 0; i < count; i++) {
        submit("What is %d + 25?".formatted(numbers.incrementAndGet()));
      }
    }

    void askPoison(int count) {
      for (int i = 0; i < count; i++) {
        submit(POISON + numbers.incrementAndGet());
      }
    }

    private void submit(String text) {
      threads.execute(() -> ask(new ChatRequest(List.of(Message.user(text)), SAMPLING, null)));
    }

    private void ask(ChatRequest request) {
      inFlight.incrementAndGet();
      try {
        ChatReply reply = model.ask(request);
        reporter.add(ended -> ended.completed(reply.isTruncated()));
        answers.incrementAndGet();
      } catch (StoppedException e) {
        stopped.incrementAndGet();
      } catch (ModelRefusedException e) {
        reporter.stop();
        reporter.add(ended -> ended.refused(e.getMessage()));
        reporter.send();
        stopped.incrementAndGet();
      } catch (ModelException e) {
        reporter.add(ended -> ended.failed(e.failureCause()));
        failures.add(e);
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
}
