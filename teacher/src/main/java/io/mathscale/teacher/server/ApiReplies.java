package io.mathscale.teacher.server;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.mathscale.teacher.answers.AnswerOptions;
import io.mathscale.teacher.answers.AskedPrompt;
import io.mathscale.teacher.answers.TeacherAnswers;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Makes the body of a 200 answer, in OpenAI's form. */
public final class ApiReplies {
  /** The time of creation in every answer, so that equal requests get equal bodies. */
  private static final long CREATED = 1_700_000_000L;

  private static final JsonFactory JSON = new JsonFactory();
  private static final String CANNED_CONTENT =
      "Question: What is $17 + 25$?\nSolution: $17 + 25 = 42$.\nThe final answer is $\\boxed{42}$."
          + " The answer is $42$.";

  private final TeacherAnswers answers;
  private final Tokens tokens = new Tokens();
  private final byte[] cannedStart;
  private final long cannedTokens;

  /** Makes the writer of replies; it loads the rules and families of the teacher. */
  public ApiReplies(AnswerOptions options) {
    this.answers = new TeacherAnswers(options);
    byte[] whole =
        body(
            ApiEndpoint.CHAT,
            "teacher",
            0,
            List.of(new ReplyChoice(CANNED_CONTENT, "stop")),
            new TokenUse(0, 0));
    String start = new String(whole, StandardCharsets.UTF_8);

    this.cannedStart =
        start.substring(0, start.indexOf("{\"prompt_tokens\"")).getBytes(StandardCharsets.UTF_8);
    this.cannedTokens = tokens.of(CANNED_CONTENT);
  }

  /** Returns the same completion as ever, with an estimate of the tokens of the prompt. */
  public ApiReply canned(int requestBytes) {
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

    return new ApiReply(body, new TokenUse(prompt, cannedTokens));
  }

  /**
   * Returns the answer to a request.
   *
   * @param request what is asked
   * @param endpoint the form of the answer
   * @param bodyHash the hash of the request's body, which makes the answer's id
   * @param spoil what becomes of each choice before it is sent
   */
  public ApiReply of(
      ApiRequest request, ApiEndpoint endpoint, long bodyHash, UnaryOperator<ReplyChoice> spoil) {
    AskedPrompt asked = request.asked();
    List<ReplyChoice> choices = new ArrayList<>();

    for (int sample = 0; sample < request.choices(); sample++) {
      choices.add(spoil.apply(limited(answers.answer(asked, sample), request)));
    }

    long promptTokens =
        endpoint == ApiEndpoint.CHAT
            ? tokens.ofMessages(request.contents())
            : tokens.of(request.contents().get(0));
    long completionTokens = choices.stream().mapToLong(choice -> tokens.of(choice.content())).sum();
    TokenUse usage = new TokenUse(promptTokens, completionTokens);

    return new ApiReply(
        Buffer.buffer(body(endpoint, request.model(), bodyHash, choices, usage)), usage);
  }

  private ReplyChoice limited(String content, ApiRequest request) {
    int end = content.length();

    for (String stop : request.stops()) {
      int found = stop.isEmpty() ? -1 : content.indexOf(stop);
      end = found < 0 ? end : Math.min(end, found);
    }

    String stopped = content.substring(0, end);

    if (request.maxTokens() == 0 || tokens.of(stopped) <= request.maxTokens()) {
      return new ReplyChoice(stopped, "stop");
    }

    return new ReplyChoice(tokens.cut(stopped, request.maxTokens()), "length");
  }

  private static byte[] body(
      ApiEndpoint endpoint, String model, long id, List<ReplyChoice> choices, TokenUse usage) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
    boolean isChat = endpoint == ApiEndpoint.CHAT;

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

  private static void writeChoice(JsonGenerator json, boolean isChat, int index, ReplyChoice choice)
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
