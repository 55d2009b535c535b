package io.mathscale.core.model.http;

import static io.mathscale.core.model.http.HttpFixture.ANSWER;
import static io.mathscale.core.model.http.HttpFixture.tree;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mathscale.core.data.Message;
import io.mathscale.core.model.ChatModel;
import io.mathscale.core.model.ChatReply;
import io.mathscale.core.model.ChatRequest;
import io.mathscale.core.model.Samples;
import io.mathscale.core.model.Sampling;
import io.mathscale.core.model.ServerLimits;
import io.mathscale.core.model.Usage;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is sent, dialect by dialect. */
class OkHttpRequestTest {
  private static final String SCHEMA =
      """
      {"type":"object","properties":{"answer":{"type":"string"}}}""";

  private static final ChatRequest FULL =
      new ChatRequest(
          List.of(Message.system("Be \"exact\".\n"), Message.user("2 + 2 = ? ✓")),
          new Sampling(0.7, 1, 256, List.of("###"), SCHEMA),
          9_007_199_254_740_993L);

  private final HttpFixture http = new HttpFixture();

  @AfterEach
  void close() {
    http.close();
  }

  @Test
  void speaksOpenAi() {
    RecordedRequest sent = send(http.endpoint(Dialect.OPENAI), FULL);

    assertThat(sent.getRequestLine()).isEqualTo("POST /v1/chat/completions HTTP/1.1");
    assertThat(sent.getHeaders().get("Authorization")).isEqualTo("Bearer sk-very-secret-123");
    assertThat(sent.getHeaders().get("Content-Type")).isEqualTo("application/json");
    assertThat(sent.getHeaders().get("Accept-Encoding")).isEqualTo("gzip");
    assertThat(sent.getHeaders().get("X-Team")).isEqualTo("maths");
    assertThat(body(sent))
        .isEqualTo(
            tree(
                """
                {"model": "gpt-x",
                 "messages": [{"role": "system", "content": "Be \\"exact\\".\\n"},
                              {"role": "user", "content": "2 + 2 = ? ✓"}],
                 "temperature": 0.7, "max_completion_tokens": 256, "stop": ["###"],
                 "seed": 9007199254740993,
                 "response_format": {"type": "json_schema", "json_schema":
                   {"name": "answer", "strict": true, "schema": %s}}}
                """
                    .formatted(SCHEMA)));
  }

  @ParameterizedTest
  @EnumSource(names = {"OPENAI", "AZURE", "TGI"})
  void sendsNoMoreStopsThanAreTakenAndCutsTheAnswerItself(Dialect dialect) {
    String answer = "It is 4. </s> Question: more? USER: no";
    Endpoint endpoint = http.endpoint(dialect);

    List<String> four = List.of("Question", "#a", "#b", "#c");
    List<String> five = List.of("USER", "Question", "</s>", "#a", "#b");

    assertThat(stopsSent(endpoint, answer, answer, four)).hasSize(4);
    assertThat(stopsSent(endpoint, answer, "It is 4. ", five)).isNull();
    assertThat(stopsSent(endpoint, answer, answer, List.of("#a", "#b", "#c", "#d", "#e"))).isNull();
  }

  @Test
  void anAnswerThatWentOnBehindAStopIsNotTruncated() {
    ChatReply reply =
        new ChatReply("4 USER: and", "", ChatReply.LENGTH, Usage.NONE, "m", ServerLimits.NONE);

    assertThat(reply.cutAt(List.of("USER"))).returns("4 ", ChatReply::content);
    assertThat(reply.cutAt(List.of("USER")).isTruncated()).isFalse();
    assertThat(reply.cutAt(List.of("#"))).isEqualTo(reply);
  }

  @Test
  void leavesStopsToABodyThatNamesThemAndToOtherServices() {
    List<String> five = List.of("USER", "Question", "</s>", "#a", "#b");
    Map<String, Object> own = new LinkedHashMap<>();
    own.put("stop", null);

    assertThat(stopsSent(http.endpoint(Dialect.OPENAI, own), "4 </s>", "4 </s>", five)).isNull();
    assertThat(stopsSent(http.endpoint(Dialect.VLLM), "4 </s>", "4 </s>", five)).hasSize(5);
  }

  @Test
  void speaksAzure() {
    RecordedRequest sent =
        send(
            new Endpoint(
                "e",
                http.server.url("/").toString(),
                "gpt-x",
                Dialect.AZURE,
                HttpFixture.KEY,
                Map.of(),
                Map.of(),
                "2024-10-21",
                1),
            Samples.request());

    assertThat(sent.getTarget())
        .isEqualTo("/openai/deployments/gpt-x/chat/completions?api-version=2024-10-21");
    assertThat(sent.getHeaders().get("api-key")).isEqualTo("sk-very-secret-123");
    assertThat(sent.getHeaders().get("Authorization")).isNull();
    assertThat(body(sent).get("max_completion_tokens").intValue()).isEqualTo(64);
  }

  @ParameterizedTest
  @EnumSource(names = {"COMPATIBLE", "VLLM", "OLLAMA", "LLAMA_CPP"})
  void sendsAllToServersWithDefaultsOfTheirOwn(Dialect dialect) {
    RecordedRequest sent = send(http.endpoint(dialect), Samples.request());

    assertThat(sent.getTarget()).isEqualTo("/v1/chat/completions");
    assertThat(body(sent))
        .isEqualTo(
            tree(
                """
                {"model": "gpt-x",
                 "messages": [{"role": "user", "content": "How much is two plus two?"}],
                 "temperature": 0.0, "top_p": 1.0, "max_tokens": 64}
                """));
  }

  @Test
  void speaksTgi() {
    JsonNode sent = body(send(http.endpoint(Dialect.TGI), FULL));

    assertThat(sent.has("top_p")).isFalse();
    assertThat(sent.get("max_tokens").intValue()).isEqualTo(256);
    assertThat(sent.get("response_format"))
        .isEqualTo(tree("{\"type\": \"json_object\", \"value\": %s}".formatted(SCHEMA)));
  }

  @Test
  void continuesOneTextOfABaseModel() {
    RecordedRequest sent = send(http.endpoint(Dialect.COMPLETIONS), Samples.request());

    assertThat(sent.getTarget()).isEqualTo("/v1/completions");
    assertThat(body(sent))
        .isEqualTo(
            tree(
                """
                {"model": "gpt-x", "prompt": "How much is two plus two?",
                 "temperature": 0.0, "top_p": 1.0, "max_tokens": 64}
                """));
  }

  @ParameterizedTest
  @EnumSource
  void sendsATopPBelowOneEverywhere(Dialect dialect) {
    Sampling sampling = new Sampling(1, 0.9, 64, List.of(), "");
    ChatRequest request = new ChatRequest(Samples.request().messages(), sampling, null);

    JsonNode sent = body(send(http.endpoint(dialect), request));

    assertThat(sent.get("top_p").doubleValue()).isEqualTo(0.9);
  }

  @Test
  void putsTheExtraBodyOverItsOwnFields() {
    Map<String, Object> extra = new LinkedHashMap<>();
    extra.put("max_completion_tokens", 9);
    extra.put("temperature", null);
    extra.put("chat_template_kwargs", Map.of("enable_thinking", false));
    extra.put("stop_token_ids", Arrays.asList(1, 2));

    JsonNode sent = body(send(http.endpoint(Dialect.VLLM, extra), Samples.request()));

    assertThat(sent)
        .isEqualTo(
            tree(
                """
                {"model": "gpt-x",
                 "messages": [{"role": "user", "content": "How much is two plus two?"}],
                 "top_p": 1.0, "max_completion_tokens": 9,
                 "chat_template_kwargs": {"enable_thinking": false}, "stop_token_ids": [1, 2]}
                """));
  }

  @Test
  void sendsNoKeyWhereThereIsNone() {
    RecordedRequest sent =
        send(Endpoint.of(http.baseUrl(), "gpt-x", Secret.NONE), Samples.request());

    assertThat(sent.getHeaders().get("Authorization")).isNull();
  }

  @Test
  void keepsConnections() {
    http.answer(ANSWER);
    http.answer(500, "{}");
    http.answer(ANSWER);
    try (ChatModel client = http.client()) {
      client.ask(Samples.request());
      assertThat(HttpFixture.failureOf(client, Samples.request()).status()).isEqualTo(500);
      client.ask(Samples.request());
    }

    assertThat(List.of(http.taken(), http.taken(), http.taken()))
        .extracting(RecordedRequest::getConnectionIndex)
        .containsExactly(0, 0, 0);
  }

  /** The stop strings in a request whose answer is read as told; null where it has none. */
  private JsonNode stopsSent(Endpoint endpoint, String answer, String read, List<String> stops) {
    http.answer(ANSWER.replace("\"4\"", "\"" + answer + "\""));
    ChatRequest request =
        new ChatRequest(
            List.of(Message.user("2 + 2 = ?")), new Sampling(0, 1, 64, stops, ""), null);
    try (ChatModel client = http.client(endpoint)) {
      assertThat(client.ask(request).content()).isEqualTo(read);
    }

    return body(http.taken()).get("stop");
  }

  private RecordedRequest send(Endpoint endpoint, ChatRequest request) {
    http.answer(ANSWER);
    try (ChatModel client = http.client(endpoint)) {
      client.ask(request);
    }

    return http.taken();
  }

  private static JsonNode body(RecordedRequest request) {
    return tree(request.getBody().utf8());
  }
}
