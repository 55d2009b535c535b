package io.mathscale.teacher;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.mathscale.teacher.answers.Answers;
import io.mathscale.teacher.answers.Request;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Makes the body of a 200 answer, in OpenAI's form. */
final class Completions {
  /** The time of creation in every answer, so that equal requests get equal bodies. */
  private static final long CREATED = 1_700_000_000L;

  private static final JsonFactory JSON = new JsonFactory();
  private static final String CANNED_CONTENT =
      "Question: What is $17 + 25$?\nSolution: $17 + 25 = 42$.\nThe final answer is $\\boxed{42}$."
          + " The answer is $42$.";

  private final Answers answers = new Answers();
  private final Tokens tokens = new Tokens();
  private final byte[] cannedStart;
  private final long cannedTokens;

  /** An answer of the teacher and why it ends. */
  private record Choice(String content, String finishReason) {}

  Completions() {
    byte[] whole =
        body(
            Endpoint.CHAT,
            "teacher",
            0,
            List.of(new Choice(CANNED_CONTENT, "stop")),
            new Usage(0, 0));
    String start = new String(whole, StandardCharsets.UTF_8);

    this.cannedStart =
        start.substring(0, start.indexOf("{\"prompt_tokens\"")).getBytes(StandardCharsets.UTF_8);
    this.cannedTokens = tokens.of(CANNED_CONTENT);
  }

  /** Returns the same completion as ever, with an estimate of the tokens of the prompt. */
  Completion canned(int requestBytes) {
    long prompt = Tokens.estimate(requestBytes);
    Buffer body = Buffer.buffer(cannedStart.length + 96);
    body.appendBytes(cannedStart)
        .appendString("{\"prompt_tokens\":")
        .appendString(Long.toString(prompt))
        .appendString(",\"completion_tokens\":")
        .appendString(Long.toString(cannedTokens))
        .appendString(",\"total_tokens\":")
        .appendString(Long.toString(prompt + cannedTokens))
        .appendString("}}");

    return new Completion(body, new Usage(prompt, cannedTokens));
  }

  /** Returns the answer to a request, spoilt if the fault is one of content. */
  Completion of(ChatRequest request, Endpoint endpoint, long bodyHash, Optional<Fault> fault) {
    Request asked = request.asked();
    List<Choice> choices = new ArrayList<>();

    for (int sample = 0; sample < request.choices(); sample++) {
      Choice choice = limited(answers.answer(asked, sample), request);
      choices.add(fault.map(spoiling -> spoilt(choice, spoiling)).orElse(choice));
    }

    long promptTokens =
        endpoint == Endpoint.CHAT
            ? tokens.ofMessages(request.contents())
            : tokens.of(request.contents().get(0));
    long completionTokens = choices.stream().mapToLong(choice -> tokens.of(choice.content())).sum();
    Usage usage = new Usage(promptTokens, completionTokens);

    return new Completion(
        Buffer.buffer(body(endpoint, request.model(), bodyHash, choices, usage)), usage);
  }

  private Choice limited(String content, ChatRequest request) {
    int end = content.length();

    for (String stop : request.stops()) {
      int found = stop.isEmpty() ? -1 : content.indexOf(stop);
      end = found < 0 ? end : Math.min(end, found);
    }

    String stopped = content.substring(0, end);

    if (request.maxTokens() == 0 || tokens.of(stopped) <= request.maxTokens()) {
      return new Choice(stopped, "stop");
    }

    return new Choice(tokens.cut(stopped, request.maxTokens()), "length");
  }

  private static Choice spoilt(Choice choice, Fault fault) {
    String content = choice.content();

    return switch (fault) {
      case EMPTY -> new Choice("", "stop");
      case CONTENT_FILTER -> new Choice("", "content_filter");
      case LENGTH -> new Choice(content.substring(0, content.length() / 2), "length");
      case TOO_MANY_REQUESTS,
          RETRY_AFTER,
          RETRY_AFTER_MS,
          RETRY_AFTER_DATE,
          SERVER_ERROR,
          UNAVAILABLE,
          RESET,
          SLOW,
          STALL,
          TRUNCATED,
          HTML,
          CONTENT_TYPE,
          HUGE ->
          choice;
    };
  }

  private static byte[] body(
      Endpoint endpoint, String model, long id, List<Choice> choices, Usage usage) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
    boolean isChat = endpoint == Endpoint.CHAT;

    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeStringField(
          "id", (isChat ? "chatcmpl-" : "cmpl-") + Long.toHexString(id).toLowerCase(Locale.ROOT));
      json.writeStringField("object", isChat ? "chat.completion" : "text_completion");
      json.writeNumberField("created", CREATED);
      json.writeStringField("model", model);
      json.writeArrayFieldStart("choices");

      for (int index = 0; index < choices.size(); index++) {
        writeChoice(json, isChat, index, choices.get(index));
      }

      json.writeEndArray();
      json.writeObjectFieldStart("usage");
      json.writeNumberField("prompt_tokens", usage.promptTokens());
      json.writeNumberField("completion_tokens", usage.completionTokens());
      json.writeNumberField("total_tokens", usage.promptTokens() + usage.completionTokens());
      json.writeEndObject();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write a completion", e);
    }

    return bytes.toByteArray();
  }

  private static void writeChoice(JsonGenerator json, boolean isChat, int index, Choice choice)
      throws IOException {
    json.writeStartObject();
    json.writeNumberField("index", index);

    if (isChat) {
      json.writeObjectFieldStart("message");
      json.writeStringField("role", "assistant");
      json.writeStringField("content", choice.content());
      json.writeEndObject();
    } else {
      json.writeStringField("text", choice.content());
    }

    json.writeNullField("logprobs");
    json.writeStringField("finish_reason", choice.finishReason());
    json.writeEndObject();
  }
}
