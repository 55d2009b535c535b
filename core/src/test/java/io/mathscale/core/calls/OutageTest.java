package io.mathscale.core.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mathscale.core.calls.limits.RunStop;
import io.mathscale.core.data.FailureCause;
import io.mathscale.core.model.ModelException;
import io.mathscale.core.time.FastTime;
import io.mathscale.teacher.Teacher;
import io.mathscale.teacher.TeacherOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
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
  private static final String ANSWER =
      """
      {"choices": [{"message": {"role": "assistant", "content": "4"}, "finish_reason": "stop"}],
       "usage": {"prompt_tokens": 10, "completion_tokens": 2, "total_tokens": 12}}
      """;

  @TempDir private Path folder;

  private FastTime time = new FastTime(100);
  private SimulatedRun run;

  @AfterEach
  void close() {
    run.close();
  }

  @Test
  void answersEveryCallThoughTheServerIsAwayForFiveMinutes() throws IOException {
    int port;
    try (Teacher teacher = Teacher.start(TeacherOptions.defaults().withLatency("20ms"))) {
      port = URI.create(teacher.baseUrl()).getPort();
      open(List.of(teacher.baseUrl()), "", 1_000);
      run.executor("a").ask(400);
      run.executor("b").ask(300);
      await().until(() -> run.answers() > 100);
    }

    await().until(() -> run.limits().stats().waiting().isWaiting());
    run.executor("born in the outage").ask(300);
    await().until(() -> run.waited().compareTo(Duration.ofMinutes(5)) > 0);
    long requests = run.limits().stats().calls().requests();
    try (Teacher back = Teacher.start(TeacherOptions.defaults().withPort(port))) {
      run.awaitAll(1_000);

      assertThat(back.stats().completed()).isPositive();
    }

    assertThat(run.answers()).isEqualTo(1_000);
    assertThat(run.failures()).isEmpty();
    assertThat(run.limits().stopped()).isEmpty();
    assertThat(run.limits().stats().waiting().isWaiting()).isFalse();
    assertThat(requests).as("answers, those in flight, a few probes").isLessThan(1_000);
  }

  @Test
  void answersTheLastThreeCallsThoughTheServerIsAway() throws IOException {
    int port;
    SimulatedExecutor executor;
    try (Teacher teacher = Teacher.start(TeacherOptions.defaults())) {
      port = URI.create(teacher.baseUrl()).getPort();
      open(List.of(teacher.baseUrl()), "", 4);
      executor = run.executor("a");
      executor.ask(1);
      await().until(() -> run.answers() == 1);
    }

    executor.ask(3);
    await().until(() -> run.waited().compareTo(Duration.ofMinutes(2)) > 0);
    try (Teacher back = Teacher.start(TeacherOptions.defaults().withPort(port))) {
      run.awaitAll(4);
      assertThat(back.stats().completed()).isEqualTo(3);
    }

    assertThat(run.failures()).isEmpty();
  }

  @Test
  void failsNoCallOfTheTailWhileAProxySaysThatTheServerIsAway() throws IOException {
    AtomicInteger requests = new AtomicInteger();
    Dispatcher away =
        dispatcher(request -> requests.incrementAndGet() < 30 ? status(502) : status(200));
    try (MockWebServer server = serve(away)) {
      open(List.of(url(server)), "calls.start-patience = 1h", 3);
      run.executor("a").ask(3);
      run.awaitAll(3);
    }

    assertThat(run.answers()).isEqualTo(3);
  }

  @Test
  void endsAtTheStartWhereNobodyListens() throws IOException {
    String nobody;
    try (Teacher teacher = Teacher.start(TeacherOptions.defaults())) {
      nobody = teacher.baseUrl();
    }

    open(List.of(nobody), "", 1_000);
    run.executor("a").ask(500);
    run.executor("b").ask(500);
    run.awaitAll(1_000);

    assertThat(run.unasked()).isEqualTo(1_000);
    assertThat(run.limits().stopped().orElseThrow().message())
        .startsWith("The model service must be reachable: No answer from " + nobody)
        .endsWith(" (no answer in 15 s, calls.start-patience)");
    assertThat(run.limits().stats().calls().requests()).isBetween(2L, 10L);
  }

  @Test
  void waitsAtTheStartForAServerThatIsLoading() throws IOException {
    AtomicInteger requests = new AtomicInteger();
    Dispatcher loading =
        dispatcher(request -> requests.incrementAndGet() < 4 ? status(503) : status(200));
    try (MockWebServer server = serve(loading)) {
      open(List.of(url(server)), "calls.start-patience = 1h", 100);
      run.executor("a").ask(100);
      run.awaitAll(100);
    }

    assertThat(run.answers()).isEqualTo(100);
    assertThat(requests).hasValue(103);
  }

  @Test
  void endsByAFewRequestsWhereNothingIsFound() throws IOException {
    try (MockWebServer server = serve(dispatcher(request -> status(404)))) {
      open(List.of(url(server)), "calls.start-patience = 1h", 1_000);
      run.executor("a").ask(500);
      run.executor("b").ask(500);
      run.awaitAll(1_000);

      assertThat(server.getRequestCount()).isBetween(3, 5);
      assertThat(run.limits().stopped().orElseThrow())
          .isEqualTo(
              new RunStop(
                  RunStop.Reason.REFUSED,
                  "The model service must be where model.base-url says: HTTP 404 from "
                      + url(server)
                      + "/chat/completions (base-url usually ends with /v1)"));
    }

    assertThat(run.failures()).isEmpty();
  }

  @Test
  void endsSoonWhereNothingIsFoundAnyMore() throws IOException {
    AtomicInteger requests = new AtomicInteger();
    Dispatcher moved =
        dispatcher(request -> requests.incrementAndGet() <= 200 ? status(200) : status(404));
    try (MockWebServer server = serve(moved)) {
      open(List.of(url(server)), "", 10_000);
      run.executor("a").ask(10_000);
      run.awaitAll(10_000);
    }

    assertThat(run.answers()).isEqualTo(200);
    assertThat(run.failures().size()).isLessThanOrEqualTo(SimulatedRun.IN_FLIGHT);
    assertThat(requests.get()).isBetween(200, 200 + 5 * SimulatedRun.IN_FLIGHT);
    assertThat(run.limits().stopped().orElseThrow().message())
        .startsWith("The model service must be where model.base-url says: HTTP 404 from ");
  }

  @Test
  void failsTheRowsThatAreNotFoundAmongOthersThatAre() throws IOException {
    Dispatcher some = dispatcher(request -> isPoisoned(request) ? status(404) : status(200));
    try (MockWebServer server = serve(some)) {
      open(List.of(url(server)), "", 200);
      SimulatedExecutor executor = run.executor("a");
      executor.ask(150);
      executor.askPoison(3);
      executor.ask(47);
      run.awaitAll(200);
    }

    assertThat(run.answers()).isEqualTo(197);
    assertThat(run.failures())
        .extracting(ModelException::failureCause)
        .containsOnly(FailureCause.NOT_FOUND);
    assertThat(run.limits().stopped()).isEmpty();
  }

  @Test
  void failsAPoisonedPromptByItsTriesEvenIfItIsTheLast() throws IOException {
    Dispatcher healthy = dispatcher(request -> isPoisoned(request) ? status(500) : status(200));
    try (MockWebServer server = serve(healthy)) {
      open(List.of(url(server)), "", 52);
      SimulatedExecutor executor = run.executor("a");
      executor.ask(50);
      await().until(() -> run.answers() == 50);
      executor.askPoison(2);
      run.awaitAll(52);
    }

    assertThat(run.failures())
        .hasSize(2)
        .allSatisfy(
            failure -> {
              assertThat(failure.failureCause()).isEqualTo(FailureCause.SERVER_ERROR);
              assertThat(failure.tries()).isBetween(6, 8);
            });
    assertThat(run.limits().stopped()).isEmpty();
  }

  @Test
  void waitsAnHourWhereTheServiceAsksForIt() throws IOException {
    time = new FastTime(3_600);
    AtomicInteger requests = new AtomicInteger();
    Dispatcher limited =
        dispatcher(
            request ->
                requests.incrementAndGet() <= SimulatedRun.IN_FLIGHT
                    ? status(429).newBuilder().setHeader("Retry-After", "3600").build()
                    : status(200));
    try (MockWebServer server = serve(limited)) {
      open(List.of(url(server)), "calls.give-up-after = 2h", 20);
      run.executor("a").ask(20);
      run.awaitAll(20);
    }

    assertThat(run.answers()).isEqualTo(20);
    assertThat(run.failures()).isEmpty();
  }

  @Test
  void endsWithoutAFailureWhereTheServiceAsksForLongerThanItIsWaitedFor() throws IOException {
    time = new FastTime(3_600);
    Dispatcher limited =
        dispatcher(request -> status(429).newBuilder().setHeader("Retry-After", "14400").build());
    try (MockWebServer server = serve(limited)) {
      open(List.of(url(server)), "", 20);
      run.executor("a").ask(20);
      run.awaitAll(20);
    }

    assertThat(run.failures()).isEmpty();
    assertThat(run.limits().stopped().orElseThrow().message())
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
      run.executor("a").ask(20);
      run.awaitAll(20);
    }

    assertThat(run.answers()).isEqualTo(20);
    assertThat(run.failures()).isEmpty();
  }

  @Test
  void goesOnWhereOneOfTwoEndpointsIsAwayForEver() throws IOException {
    String nobody;
    try (Teacher teacher = Teacher.start(TeacherOptions.defaults())) {
      nobody = teacher.baseUrl();
    }

    try (Teacher teacher = Teacher.start(TeacherOptions.defaults().withLatency("5ms"))) {
      open(List.of(nobody, teacher.baseUrl()), "", 500);
      run.executor("a").ask(500);
      run.awaitAll(500);
    }

    assertThat(run.answers()).isEqualTo(500);
    assertThat(run.failures()).isEmpty();
  }

  @Test
  void goesOnWhereOneOfTwoEndpointsIsNotTheService() throws IOException {
    try (MockWebServer wrong = serve(dispatcher(request -> status(404)));
        Teacher teacher = Teacher.start(TeacherOptions.defaults().withLatency("5ms"))) {
      open(List.of(url(wrong), teacher.baseUrl()), "", 500);
      run.executor("a").ask(500);
      run.awaitAll(500);

      assertThat(wrong.getRequestCount()).isLessThan(20);
    }

    assertThat(run.answers()).isEqualTo(500);
    assertThat(run.failures()).isEmpty();
  }

  private void open(List<String> urls, String setting, long total) throws IOException {
    run = new SimulatedRun(folder, urls, setting, total, time);
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
    return request.getBody() != null && request.getBody().utf8().contains(SimulatedRun.POISON);
  }

  private static MockResponse status(int code) {
    return new MockResponse.Builder().code(code).body(code == 200 ? ANSWER : "{}").build();
  }
}
