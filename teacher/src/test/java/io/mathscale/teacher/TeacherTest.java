package io.mathscale.teacher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.mathscale.teacher.answers.AnswerOptions;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TeacherTest {
  private static final String SUM = "What is 12 + 30?";

  private Teacher teacher;
  private Calls calls;

  @BeforeEach
  void start() {
    teacher = Teacher.start(TeacherOptions.defaults());
    calls = new Calls(teacher);
  }

  @AfterEach
  void stop() {
    teacher.close();
  }

  @Test
  void answersChats() {
    HttpResponse<String> response = calls.chat(SUM);

    JsonNode answer = Calls.json(response);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("content-type")).contains("application/json");
    assertThat(answer.at("/object").asText()).isEqualTo("chat.completion");
    assertThat(answer.at("/model").asText()).isEqualTo("m");
    assertThat(answer.at("/choices/0/finish_reason").asText()).isEqualTo("stop");
    assertThat(Calls.content(response)).contains("\\boxed{42}").endsWith("The answer is $42$.");
    assertThat(answer.at("/usage/prompt_tokens").asLong()).isBetween(10L, 20L);
    assertThat(answer.at("/usage/total_tokens").asLong())
        .isEqualTo(
            answer.at("/usage/prompt_tokens").asLong()
                + answer.at("/usage/completion_tokens").asLong());
  }

  @Test
  void answersPromptsOfTheOlderEndpoint() {
    HttpResponse<String> response =
        calls.post("/completions", Calls.write(Map.of("model", "m", "prompt", SUM)));

    assertThat(Calls.json(response).at("/object").asText()).isEqualTo("text_completion");
    assertThat(Calls.json(response).at("/choices/0/text").asText()).contains("\\boxed{42}");
  }

  @Test
  void answersAtTheAddressOfAzure() {
    HttpResponse<String> response =
        calls.send(
            HttpRequest.newBuilder(
                    URI.create(
                        teacher.baseUrl().replace("/v1", "/openai/deployments/d/chat/completions")
                            + "?api-version=2024-06-01"))
                .POST(HttpRequest.BodyPublishers.ofString(Calls.body(SUM)))
                .build());

    assertThat(Calls.content(response)).contains("\\boxed{42}");
  }

  @Test
  void listsItsModel() {
    HttpResponse<String> response = calls.get(teacher.baseUrl() + "/models");

    assertThat(Calls.json(response).at("/data/0/id").asText()).isEqualTo("teacher");
  }

  @Test
  void refusesWhatIsNotJson() {
    HttpResponse<String> response = calls.post("/chat/completions", "{\"messages\": [");

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(Calls.json(response).at("/error/type").asText()).isEqualTo("invalid_request_error");
  }

  @Test
  void refusesChatsWithoutMessages() {
    HttpResponse<String> response = calls.post("/chat/completions", "{\"model\": \"m\"}");

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(Calls.json(response).at("/error/message").asText()).contains("messages");
  }

  @Test
  void knowsNoOtherPath() {
    assertThat(calls.get(teacher.baseUrl() + "/nothing").statusCode()).isEqualTo(404);
  }

  @Test
  void cutsAnswersAtTheLimitOfTokens() {
    HttpResponse<String> response = calls.post("/chat/completions", with("max_tokens", 5));

    JsonNode answer = Calls.json(response);
    assertThat(answer.at("/choices/0/finish_reason").asText()).isEqualTo("length");
    assertThat(answer.at("/usage/completion_tokens").asLong()).isEqualTo(5);
    assertThat(Calls.content(calls.chat(SUM))).startsWith(Calls.content(response));
  }

  @Test
  void stopsBeforeAStopText() {
    HttpResponse<String> response =
        calls.post("/chat/completions", with("stop", List.of("final", "nowhere")));

    assertThat(Calls.content(response)).endsWith("\nThe ");
    assertThat(Calls.json(response).at("/choices/0/finish_reason").asText()).isEqualTo("stop");
  }

  @Test
  void givesAsManyChoicesAsAsked() {
    HttpResponse<String> response = calls.post("/chat/completions", with("n", 3));

    assertThat(Calls.json(response).at("/choices").size()).isEqualTo(3);
    assertThat(Calls.json(response).at("/choices/2/index").asInt()).isEqualTo(2);
  }

  @Test
  void countsWhatItDoes() {
    calls.chat(SUM);
    calls.chat(SUM);
    calls.chat("What is 1 + 1?");
    calls.post("/chat/completions", "no");

    JsonNode stats = Calls.json(calls.get(teacher.baseUrl().replace("/v1", "/stats")));

    assertThat(stats.at("/requests").asLong()).isEqualTo(4);
    assertThat(stats.at("/completed").asLong()).isEqualTo(3);
    assertThat(stats.at("/by_status/200").asLong()).isEqualTo(3);
    assertThat(stats.at("/by_status/400").asLong()).isEqualTo(1);
    assertThat(stats.at("/distinct_prompts").asLong()).isEqualTo(2);
    assertThat(stats.at("/repeated_prompts").asLong()).isEqualTo(1);
    assertThat(stats.at("/max_in_flight").asLong()).isBetween(1L, 2L);
    assertThat(stats.at("/prompt_tokens").asLong()).isPositive();
    assertThat(teacher.stats().completionTokens()).isPositive();
  }

  @Test
  void wantsItsKey() {
    try (Teacher locked = Teacher.start(TeacherOptions.defaults().withKey("k1"))) {
      Calls toLocked = new Calls(locked);

      assertThat(toLocked.chat(SUM).statusCode()).isEqualTo(401);
      assertThat(
              toLocked
                  .post("/chat/completions", Calls.body(SUM), "authorization", "Bearer k1")
                  .statusCode())
          .isEqualTo(200);
      assertThat(toLocked.post("/chat/completions", Calls.body(SUM), "api-key", "k1").statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  void runsOutOfMoney() {
    try (Teacher poor = Teacher.start(TeacherOptions.defaults().withQuota(1))) {
      Calls toPoor = new Calls(poor);
      toPoor.chat(SUM);

      HttpResponse<String> response = toPoor.chat(SUM);

      assertThat(response.statusCode()).isEqualTo(429);
      assertThat(Calls.json(response).at("/error/code").asText()).isEqualTo("insufficient_quota");
    }
  }

  @Test
  void limitsRequests() {
    try (Teacher limited = Teacher.start(TeacherOptions.defaults().withRequestsPerMinute(2))) {
      Calls toLimited = new Calls(limited);

      HttpResponse<String> first = toLimited.chat(SUM);
      toLimited.chat(SUM);
      HttpResponse<String> third = toLimited.chat(SUM);

      assertThat(first.headers().firstValue("x-ratelimit-limit-requests")).contains("2");
      assertThat(first.headers().firstValue("x-ratelimit-remaining-requests")).contains("1");
      assertThat(third.statusCode()).isEqualTo(429);
      assertThat(third.headers().firstValueAsLong("retry-after").orElseThrow()).isBetween(1L, 30L);
      assertThat(Calls.json(third).at("/error/code").asText()).isEqualTo("rate_limit_exceeded");
    }
  }

  @Test
  void givesTheSameAnswerToAllWhenCanned() {
    try (Teacher canned =
        Teacher.start(TeacherOptions.defaults().withAnswers(AnswerOptions.CANNED))) {
      Calls toCanned = new Calls(canned);

      assertThat(Calls.content(toCanned.chat("a"))).isEqualTo(Calls.content(toCanned.chat("b")));
      assertThat(canned.stats().distinctPrompts()).isEqualTo(2);
    }
  }

  @Test
  void keepsToItsPort() {
    int port = URI.create(teacher.baseUrl()).getPort();

    assertThatThrownBy(() -> Teacher.start(TeacherOptions.defaults().withPort(port)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Cannot listen on 127.0.0.1:" + port);
  }

  private static String with(String key, Object value) {
    return Calls.write(
        Map.of(
            "model", "m", "messages", List.of(Map.of("role", "user", "content", SUM)), key, value));
  }
}
