package io.mathscale.core.model.http;

import static io.mathscale.core.model.Samples.request;
import static io.mathscale.core.model.http.HttpFixture.ANSWER;
import static io.mathscale.core.model.http.HttpFixture.failureOf;
import static io.mathscale.core.model.http.HttpFixture.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mathscale.core.data.FailureCause;
import io.mathscale.core.data.Message;
import io.mathscale.core.model.ChatModel;
import io.mathscale.core.model.ChatReply;
import io.mathscale.core.model.ChatRequest;
import io.mathscale.core.model.ModelException;
import io.mathscale.core.model.ModelMisdirectedException;
import io.mathscale.core.model.ModelRefusedException;
import io.mathscale.core.model.ModelUnavailableException;
import io.mathscale.core.model.Sampling;
import io.mathscale.core.model.StoppedException;
import io.mathscale.core.model.Usage;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is made of error responses and broken connections. */
class OkHttpFailureTest {
  private final HttpFixture http = new HttpFixture();
  private final ChatModel client = http.client();

  @AfterEach
  void close() {
    client.close();
    http.close();
  }

  @ParameterizedTest
  @CsvSource({"400, BAD_REQUEST", "413, PROMPT_TOO_LONG", "415, BAD_REQUEST", "422, BAD_REQUEST"})
  void failsTheRowForStatusesThatBlameTheRequest(int status, FailureCause cause) {
    http.answer(status, "{\"error\": {\"message\": \"it is your fault\"}}");

    assertThat(failureOf(client, request()))
        .isExactlyInstanceOf(ModelException.class)
        .hasMessage(
            "HTTP %d from %s/chat/completions: it is your fault".formatted(status, http.baseUrl()))
        .returns(cause, ModelException::failureCause)
        .returns(status, ModelException::status)
        .returns(Usage.NONE, ModelException::usage)
        .returns(1, ModelException::tries);
  }

  @ParameterizedTest
  @CsvSource({
    "408, TIMEOUT",
    "409, CONFLICT",
    "424, SERVER_ERROR",
    "425, CONFLICT",
    "429, RATE_LIMITED",
    "500, SERVER_ERROR",
    "502, SERVER_ERROR",
    "503, SERVER_ERROR",
    "504, SERVER_ERROR",
    "529, SERVER_ERROR"
  })
  void isUnavailableForStatusesThatPass(int status, FailureCause cause) {
    http.answer(status, "");

    assertThat(failureOf(client, request()))
        .isInstanceOf(ModelUnavailableException.class)
        .hasMessage("HTTP %d from %s/chat/completions".formatted(status, http.baseUrl()))
        .returns(cause, ModelException::failureCause)
        .returns(status, ModelException::status);
    assertThat(http.server.getRequestCount()).isEqualTo(1);
  }

  /** The rule of what a service charges that gives no answer. */
  @ParameterizedTest
  @CsvSource({
    "400, '', false",
    "404, '', false",
    "408, '', false",
    "424, '', false",
    "429, '', false",
    "429, 2, false",
    "500, '', true",
    "500, 2, true",
    "502, '', true",
    "503, '', true",
    "503, 2, false",
    "504, '', true",
    "529, '', true"
  })
  void doubtsWhatMayHaveBeenCharged(int status, String retryAfter, boolean isDoubtful) {
    MockResponse.Builder response = new MockResponse.Builder().code(status);
    if (!retryAfter.isEmpty()) {
      response.addHeader("Retry-After", retryAfter);
    }

    http.server.enqueue(response.build());

    assertThat(failureOf(client, request()).usage())
        .isEqualTo(isDoubtful ? Usage.DOUBTFUL : Usage.NONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<html>Welcome</html> | 0 | 1",
        "{'choices': []} | 0 | 1",
        "{'choices': [], 'usage': {'prompt_tokens': 7, 'completion_tokens': 2}} | 9 | 0",
        "{'choices': [{'message': {'content': 'h'}, 'finish_reason': 'abort'}]} | 0 | 1",
        "{'choices': [{'message': {'content': 'h'}, 'finish_reason': 'abort'}],"
            + " 'usage': {'prompt_tokens': 7, 'completion_tokens': 2}} | 9 | 0",
        "{'error': {'code': 429, 'message': 'no'}} | 0 | 0",
        "{'error': {'code': 502, 'message': 'no'}} | 0 | 1"
      })
  void believesWhatASuccessOfNoUseReports(String body, long tokens, int doubtful) {
    http.answer(200, body.replace('\'', '"'));

    Usage usage = failureOf(client, request()).usage();

    assertThat(usage.inputTokens() + usage.outputTokens()).isEqualTo(tokens);
    assertThat(usage.doubtfulRequests()).isEqualTo(doubtful);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "401 | {} | KEY_REFUSED",
        "403 | <html>forbidden</html> | KEY_REFUSED",
        "400 | {'error': {'code': 'invalid_api_key', 'message': 'no'}} | KEY_REFUSED",
        "402 | {'error': {'message': 'Insufficient Balance'}} | NO_QUOTA",
        "429 | {'error': {'code': 'insufficient_quota', 'message': 'no'}} | NO_QUOTA",
        "429 | {'error': {'type': 'insufficient_quota', 'code': null}} | NO_QUOTA",
        "404 | {'error': {'code': 'model_not_found', 'message': 'no'}} | UNKNOWN_MODEL",
        "404 | {'error': {'code': 'DeploymentNotFound', 'message': 'no'}} | UNKNOWN_MODEL",
        "404 | {'object': 'error', 'message': 'The model `x` does not exist.', 'code': 404} |"
            + " UNKNOWN_MODEL",
        "404 | {'error': 'model \"x\" not found, try pulling it first'} | UNKNOWN_MODEL",
        "400 | {'error': {'message': 'Model Not Exist'}} | UNKNOWN_MODEL",
        "400 | {'error': {'message': 'a/b is not a valid model ID'}} | UNKNOWN_MODEL"
      })
  void stopsTheJobWhereNothingWillSucceed(int status, String body, FailureCause cause) {
    http.answer(status, body.replace('\'', '"').replace("\"x\"", "\\\"x\\\""));

    assertThat(failureOf(client, request()))
        .isInstanceOf(ModelRefusedException.class)
        .returns(cause, ModelException::failureCause)
        .returns(status, ModelException::status);
  }

  @Test
  void saysWhichKeyWasRefusedWithoutShowingIt() {
    String body = "{\"error\": {\"message\": \"wrong key\"}}";
    http.answer(401, body);
    http.answer(401, body);

    assertThat(failureOf(client, request())).message().endsWith(": wrong key (the key of api-key)");
    try (ChatModel without = http.client(Endpoint.of(http.baseUrl(), "m", Secret.NONE))) {
      assertThat(failureOf(without, request()))
          .message()
          .endsWith(": wrong key (no api-key is set)");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400 | {'error': {'code': 'content_filter', 'message': 'no'}} | FILTERED | no",
        "400 | {'error': {'code': 'context_length_exceeded', 'message': 'no'}} |"
            + " PROMPT_TOO_LONG | no",
        "400 | {'object': 'error', 'message': 'maximum context length is 4096', 'code': 400} |"
            + " PROMPT_TOO_LONG | maximum context length is 4096",
        "400 | {'error': {'type': 'exceed_context_size_error', 'message': 'no'}} |"
            + " PROMPT_TOO_LONG | no",
        "400 | {'error': 'the model cannot be told what does not exist'} |"
            + " BAD_REQUEST | the model cannot be told what does not exist",
        "422 | {'error': 'bad top_p', 'error_type': 'validation'} | BAD_REQUEST | bad top_p",
        "422 | {'detail': [{'msg': 'Field required', 'input': 'the prompt'}]} |"
            + " BAD_REQUEST | Field required"
      })
  void readsErrorBodiesOfManyShapes(int status, String body, FailureCause cause, String text) {
    http.answer(status, body.replace('\'', '"'));

    assertThat(failureOf(client, request()))
        .isExactlyInstanceOf(ModelException.class)
        .hasMessageEndingWith("/chat/completions: " + text)
        .returns(cause, ModelException::failureCause);
  }

  @ParameterizedTest
  @CsvSource({
    "retry-after, 7, PT7S",
    "retry-after-ms, 250, PT0.25S",
    "retry-after, 'Tue, 05 Mar 2024 12:00:30 GMT', PT30S"
  })
  void tellsHowLongTheServerAsksToWait(String header, String value, Duration expected) {
    http.server.enqueue(
        json(429, "{}")
            .setHeader(header, value)
            .setHeader("x-ratelimit-remaining-requests", "0")
            .build());

    assertThat(failureOf(client, request()))
        .isInstanceOfSatisfying(
            ModelUnavailableException.class,
            failure -> {
              assertThat(failure.retryAfter()).isEqualTo(expected);
              assertThat(failure.limits().remainingRequests()).isZero();
            });
  }

  @Test
  void repeatsNothingByItself() {
    http.server.enqueue(json(503, "{}").setHeader("Retry-After", "0").build());
    http.answer(ANSWER);

    assertThat(failureOf(client, request()).status()).isEqualTo(503);
    assertThat(http.server.getRequestCount()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "404 | {'detail': 'Not Found'} | NOT_FOUND | Not Found",
        "404 | <html>nothing here</html> | NOT_FOUND | <html>nothing here</html>",
        "405 | {} | BAD_REQUEST | ''",
        "200 | <!DOCTYPE html><p>Sign in | NOT_JSON | a web page: <!DOCTYPE html><p>Sign in"
      })
  void knowsWhatIsNotTheService(int status, String body, FailureCause cause, String text) {
    http.answer(status, body.replace('\'', '"'));

    assertThat(failureOf(client, request()))
        .isInstanceOf(ModelMisdirectedException.class)
        .hasMessage(
            "HTTP %d from %s/chat/completions%s"
                .formatted(status, http.baseUrl(), text.isEmpty() ? "" : ": " + text))
        .returns(cause, ModelException::failureCause)
        .returns(status, ModelException::status);
  }

  @Test
  void saysHowBaseUrlEndsWhereNothingIsFound() {
    String root = http.baseUrl().replace("/v1", "");
    http.answer(404, "");
    http.answer(404, "");
    try (ChatModel bare = http.client(Endpoint.of(root, "gpt-x", Secret.NONE));
        ChatModel whole =
            http.client(Endpoint.of(root + "/v1/chat/completions", "gpt-x", Secret.NONE))) {
      assertThat(failureOf(bare, request()))
          .hasMessageEndingWith("/chat/completions (base-url usually ends with /v1)");
      assertThat(failureOf(whole, request()))
          .hasMessageEndingWith("(base-url ends before /chat/completions)");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Rate limit exceeded: free-models-per-day | '' | NO_QUOTA",
        "Limit reached on requests per day (RPD): Limit 14400 | 7200 | NO_QUOTA",
        "Limit reached on tokens per day (TPD): Limit 500000 | 431 | RATE_LIMITED",
        "Request too large for gpt-x on tokens per min (TPM): Limit 30000 | '' | PROMPT_TOO_LONG"
      })
  void tellsTheLimitsOfADayAndOfAPromptFromThoseOfAMinute(
      String words, String retryAfter, FailureCause cause) {
    MockResponse.Builder answer = json(429, "{\"error\": {\"message\": \"" + words + "\"}}");
    http.server.enqueue(
        (retryAfter.isEmpty() ? answer : answer.setHeader("retry-after", retryAfter)).build());

    assertThat(failureOf(client, request())).returns(cause, ModelException::failureCause);
  }

  @ParameterizedTest
  @CsvSource({"200, true", "404, true", "401, true", "503, false", "407, false", "302, false"})
  void looksWhetherTheServiceIsThere(int status, boolean expected) {
    http.answer(status, "{}");
    try (OkHttpChatModel model =
        new OkHttpChatModel(
            http.endpoint(Dialect.COMPATIBLE),
            HttpSettings.of(1, Duration.ofSeconds(20)),
            Network.DEFAULT)) {
      assertThat(model.isThere()).isEqualTo(expected);
      assertThat(http.taken().getRequestLine()).isEqualTo("GET /v1/models HTTP/1.1");
      http.close();
      assertThat(model.isThere()).isFalse();
    }
  }

  @Test
  void followsNoRedirect() {
    http.server.enqueue(json(308, "").setHeader("Location", "https://other/v1?token=1").build());

    assertThat(failureOf(client, request()))
        .isInstanceOf(ModelMisdirectedException.class)
        .hasMessageEndingWith("not redirected to https://other/v1")
        .returns(FailureCause.BAD_REQUEST, ModelException::failureCause);
  }

  @Test
  void boundsItsMessages() {
    http.answer(400, "{\"error\": {\"message\": \"" + "far too much ".repeat(10_000) + "\"}}");

    String message = failureOf(client, request()).getMessage();

    assertThat(message).endsWith("…").hasSizeLessThan(400);
  }

  @Test
  void readsNoMoreOfAnErrorThanItNeeds() {
    http.answer(500, "x".repeat(5_000_000));

    assertThat(failureOf(client, request()).getMessage()).hasSizeLessThan(400);
  }

  @Test
  void showsNeitherKeyNorPrompt() {
    String prompt = "Solve \"this\"\nsecret problem of ours, step by step";
    ChatRequest request = new ChatRequest(List.of(Message.user(prompt)), Sampling.of(0, 64), null);
    http.answer(400, "{\"error\": \"sk-very-secret-123 may not ask: " + "Solve\"}");
    http.answer(
        400,
        "You sent "
            + new String(
                new RequestWriter(http.endpoint(Dialect.VLLM)).body(request),
                java.nio.charset.StandardCharsets.UTF_8));
    http.answer("{\"echo\": \"Solve \\\"this\\\"\\nsecret problem of ours, step\"}");
    http.answer(400, "x".repeat(290) + "sk-very-secret-123");

    for (int i = 0; i < 4; i++) {
      assertThat(failureOf(client, request).getMessage())
          .doesNotContain("sk-very", "secret problem", "step by step");
    }
  }

  @Test
  void takesACutBodyForABrokenConnection() {
    http.server.enqueue(json(200, ANSWER).onResponseBody(new SocketEffect.CloseSocket()).build());

    assertThat(failureOf(client, request()))
        .isInstanceOf(ModelUnavailableException.class)
        .returns(FailureCause.CONNECTION, ModelException::failureCause)
        .returns(Usage.DOUBTFUL, ModelException::usage)
        .returns(0, ModelException::status);
  }

  @Test
  void takesABodyShorterThanPromisedForABrokenConnection() {
    http.server.enqueue(
        json(200, ANSWER)
            .setHeader("Content-Length", ANSWER.length() + 10)
            .onResponseEnd(SocketEffect.ShutdownConnection.INSTANCE)
            .build());

    assertThat(failureOf(client, request()))
        .returns(FailureCause.CONNECTION, ModelException::failureCause)
        .returns(Usage.DOUBTFUL, ModelException::usage);
  }

  @Test
  void isUnavailableWhereNobodyListens() {
    Endpoint endpoint = http.endpoint(Dialect.COMPATIBLE);
    http.close();
    try (ChatModel lonely = http.client(endpoint)) {
      assertThat(failureOf(lonely, request()))
          .isInstanceOf(ModelUnavailableException.class)
          .hasMessageStartingWith("No answer from " + endpoint.shownUrl() + ": ")
          .returns(FailureCause.CONNECTION, ModelException::failureCause)
          .returns(Usage.NONE, ModelException::usage);
    }
  }

  @Test
  void boundsTheTimeOfACall() {
    HttpSettings settings =
        new HttpSettings(1, Duration.ofMillis(200), Duration.ofSeconds(5), 1 << 20);
    http.server.enqueue(
        new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
    http.server.enqueue(json(200, ANSWER).onResponseBody(SocketEffect.Stall.INSTANCE).build());
    try (ChatModel impatient = http.client(http.endpoint(Dialect.COMPATIBLE), settings)) {
      for (int i = 0; i < 2; i++) {
        assertThat(failureOf(impatient, request()))
            .isInstanceOf(ModelUnavailableException.class)
            .hasMessage("No answer from %s/chat/completions: timeout".formatted(http.baseUrl()))
            .returns(FailureCause.TIMEOUT, ModelException::failureCause)
            .returns(Usage.DOUBTFUL, ModelException::usage);
      }
    }
  }

  @Test
  void breaksOffTheCallsInFlightWhenClosed() {
    http.server.enqueue(
        new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
    CompletableFuture<ChatReply> call = CompletableFuture.supplyAsync(() -> client.ask(request()));
    http.taken();

    client.close();

    assertThatThrownBy(call::join)
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(StoppedException.class);
    assertThatThrownBy(() -> client.ask(request())).isInstanceOf(StoppedException.class);
    assertThat(http.server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void stopsWhereItsThreadIsInterrupted() {
    http.answer(ANSWER);
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> client.ask(request())).isInstanceOf(StoppedException.class);
    assertThat(Thread.interrupted()).isTrue();
  }
}
