package io.mathscale.core.model.http;

import static io.mathscale.core.model.Samples.request;
import static io.mathscale.core.model.http.HttpFixture.ANSWER;
import static io.mathscale.core.model.http.HttpFixture.failureOf;
import static io.mathscale.core.model.http.HttpFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.data.FailureCause;
import io.mathscale.core.model.ChatModel;
import io.mathscale.core.model.ChatReply;
import io.mathscale.core.model.ModelException;
import io.mathscale.core.model.ModelRefusedException;
import io.mathscale.core.model.ModelUnavailableException;
import io.mathscale.core.model.ServerLimits;
import io.mathscale.core.model.Usage;
import java.time.Duration;
import java.util.List;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read from responses with status 200. */
class OkHttpReplyTest {
  private static final Usage USAGE = new Usage(10, 0, 2, true);

  private final HttpFixture http = new HttpFixture();
  private final ChatModel client = http.client();

  @AfterEach
  void close() {
    client.close();
    http.close();
  }

  @Test
  void readsOpenAi() {
    http.server.enqueue(
        json(200, ANSWER)
            .setHeader("x-ratelimit-remaining-requests", "59")
            .setHeader("x-ratelimit-reset-requests", "1s")
            .build());

    assertThat(client.ask(request()))
        .isEqualTo(
            new ChatReply(
                "4",
                "",
                "stop",
                USAGE,
                "gpt-3.5-turbo-0125",
                new ServerLimits(-1, 59, Duration.ofSeconds(1), -1, -1, Duration.ZERO)));
  }

  @Test
  void readsCachedTokens() {
    http.answer(
        """
        {"choices": [{"message": {"content": "4"}, "finish_reason": "stop"}],
         "usage": {"prompt_tokens": 2006, "completion_tokens": 300,
                   "prompt_tokens_details": {"cached_tokens": 1920}}}
        """);
    http.answer(
        """
        {"choices": [{"message": {"content": "4"}, "finish_reason": "stop"}],
         "usage": {"prompt_tokens": 20, "completion_tokens": 3, "prompt_cache_hit_tokens": 16}}
        """);

    assertThat(client.ask(request()).usage()).isEqualTo(new Usage(2006, 1920, 300, true));
    assertThat(client.ask(request()).usage()).isEqualTo(new Usage(20, 16, 3, true));
  }

  @Test
  void readsWhatWasWrittenIntoTheCacheAndTheTier() {
    http.answer(
        """
        {"choices": [{"message": {"content": "4"}, "finish_reason": "stop"}], "service_tier": "flex",
         "usage": {"prompt_tokens": 100, "completion_tokens": 3,
                   "prompt_tokens_details": {"cached_tokens": 20, "cache_write_tokens": 70}}}
        """);
    http.answer(
        """
        {"choices": [{"message": {"content": "4"}, "finish_reason": "stop"}],
         "usage": {"prompt_tokens": 31, "completion_tokens": 3, "cache_creation_input_tokens": 1253}}
        """);

    assertThat(client.ask(request()).usage()).isEqualTo(new Usage(100, 20, 70, 3, true, 0, "flex"));
    assertThat(client.ask(request()).usage())
        .as("a prompt that is told without what was written")
        .isEqualTo(new Usage(1284, 0, 1253, 3, true, 0, ""));
  }

  @Test
  void survivesCountsThatCannotBe() {
    for (String count : List.of("1e300", "-1e300", "123456789012345678901234567890", "-7")) {
      http.answer(
          """
          {"choices": [{"message": {"content": "4"}, "finish_reason": "stop"}],
           "usage": {"prompt_tokens": %s, "completion_tokens": %s}}
          """
              .formatted(count, count));

      Usage usage = client.ask(request()).usage();
      assertThat(usage.inputTokens()).isIn(0L, 1_000_000_000_000L);
    }
  }

  @Test
  void readsReasoningApartFromTheAnswer() {
    http.answer(
        """
        {"choices": [{"message": {"content": "4", "reasoning_content": "2 and 2"}}]}""");
    http.answer(
        """
        {"choices": [{"message": {"content": "4", "reasoning": "2 and 2"}}]}""");
    http.answer(
        """
        {"choices": [{"message": {"content": "<think>\\n2 and 2\\n</think>\\n\\n4"}}]}""");
    http.answer(
        """
        {"choices": [{"message": {"content": "2 and 2</think>4"}}]}""");

    for (int i = 0; i < 4; i++) {
      assertThat(client.ask(request()))
          .isEqualTo(new ChatReply("4", "2 and 2", "", Usage.NONE, "", ServerLimits.NONE));
    }
  }

  @Test
  void takesAnUnfinishedThoughtForNoAnswer() {
    http.answer(
        """
        {"choices": [{"message": {"content": "<think>2 and"}, "finish_reason": "length"}]}""");

    ChatReply reply = client.ask(request());

    assertThat(reply.content()).isEmpty();
    assertThat(reply.reasoning()).isEqualTo("2 and");
  }

  @Test
  void leavesTagsInsideAnAnswerAlone() {
    http.answer(
        """
        {"choices": [{"message": {"content": "Write <think>so</think> first."}}]}""");

    assertThat(client.ask(request()).content()).isEqualTo("Write <think>so</think> first.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // /completions
        "{\"choices\": [{\"text\": \"4\", \"finish_reason\": \"stop\"}]}",
        // content in parts
        "{\"choices\": [{\"message\": {\"content\": [{\"type\": \"text\", \"text\": \"4\"}]},"
            + " \"finish_reason\": \"stop\"}]}",
        // usage and model null
        "{\"choices\": [{\"message\": {\"content\": \"4\"}, \"finish_reason\": \"stop\"}],"
            + " \"usage\": null, \"model\": null}"
      })
  void readsOtherShapes(String body) {
    http.answer(body);

    assertThat(client.ask(request()))
        .isEqualTo(new ChatReply("4", "", "stop", Usage.NONE, "", ServerLimits.NONE));
  }

  @Test
  void readsAnAnswerWithoutContentAsEmpty() {
    http.answer(
        """
        {"choices": [{"message": {"role": "assistant", "content": null},
                      "finish_reason": "content_filter"}]}""");

    assertThat(client.ask(request()))
        .isEqualTo(new ChatReply("", "", "content_filter", Usage.NONE, "", ServerLimits.NONE));
  }

  @Test
  void unpacksGzip() throws Exception {
    Buffer packed = new Buffer();
    try (okio.BufferedSink sink = Okio.buffer(new GzipSink(packed))) {
      sink.writeUtf8(ANSWER);
    }

    http.server.enqueue(json(200, "").body(packed).setHeader("Content-Encoding", "gzip").build());

    assertThat(client.ask(request()).content()).isEqualTo("4");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<p>Just a moment</p> | not JSON: <p>Just a moment",
        "{\"choices\": [{\"message\": {\"cont | not JSON: {\"choices\": [{\"message\":",
        "'' | not JSON:",
        "[] | not JSON: []",
        "\"4\" | not JSON: \"4\"",
        "{\"choices\": []} | no choices in {\"choices\":[]}",
        "{\"object\": \"chat.completion\"} | no choices in {\"object\":\"chat.completion\"}",
        "{\"error\": {\"message\": \"upstream failed\"}} | upstream failed"
      })
  void tellsWhatIsNoCompletion(String body, String message) {
    http.answer(body);

    ModelException failure = failureOf(client, request());

    assertThat(failure)
        .isExactlyInstanceOf(ModelException.class)
        .hasMessageStartingWith("HTTP 200 from " + http.baseUrl() + "/chat/completions: " + message)
        .returns(FailureCause.NOT_JSON, ModelException::failureCause)
        .returns(200, ModelException::status);
  }

  @Test
  void takesAnErrorInsideA200ForWhatItsCodeSays() {
    http.answer("{\"error\": {\"code\": 429, \"message\": \"slow down\"}}");
    http.answer("{\"error\": {\"code\": 502, \"message\": \"provider is down\"}}");
    http.answer("{\"error\": {\"code\": 401, \"message\": \"no such user\"}}");

    assertThat(failureOf(client, request()).failureCause()).isEqualTo(FailureCause.RATE_LIMITED);
    assertThat(failureOf(client, request()))
        .isInstanceOf(ModelUnavailableException.class)
        .returns(FailureCause.SERVER_ERROR, ModelException::failureCause);
    assertThat(failureOf(client, request())).isInstanceOf(ModelRefusedException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"abort", "error", "insufficient_system_resource"})
  void asksAgainForAnAnswerThatTheServerBrokeOff(String finishReason) {
    http.answer(
        "{\"choices\": [{\"message\": {\"content\": \"2 plu\"}, \"finish_reason\": \"%s\"}]}"
            .formatted(finishReason));

    assertThat(failureOf(client, request()))
        .isInstanceOf(ModelUnavailableException.class)
        .returns(FailureCause.SERVER_ERROR, ModelException::failureCause);
  }

  @Test
  void boundsTheBody() {
    HttpSettings settings =
        new HttpSettings(1, Duration.ofSeconds(20), Duration.ofSeconds(5), ANSWER.length());
    http.answer(ANSWER);
    http.answer(ANSWER + " ");
    http.server.enqueue(json(200, "").chunkedBody(ANSWER + " ", 16).build());
    try (ChatModel bounded = http.client(http.endpoint(Dialect.COMPATIBLE), settings)) {
      assertThat(bounded.ask(request()).content()).isEqualTo("4");
      for (int i = 0; i < 2; i++) {
        assertThat(failureOf(bounded, request()))
            .hasMessageEndingWith("the body must have at most %d bytes".formatted(ANSWER.length()))
            .returns(FailureCause.BODY_TOO_LARGE, ModelException::failureCause);
      }
    }
  }
}
