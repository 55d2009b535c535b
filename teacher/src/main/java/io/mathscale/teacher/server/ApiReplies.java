package io.mathscale.teacher.server;

import io.mathscale.teacher.answers.AnswerOptions;
import io.mathscale.teacher.answers.AskedPrompt;
import io.mathscale.teacher.answers.TeacherAnswers;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Makes the body of a 200 answer, in OpenAI's form. */
public final class ApiReplies {
  /** The time of creation in every answer, so that equal requests get equal bodies. */
  private static final long CREATED = 1_700_000_000L;

  private static final String CANNED_CONTENT =
      "Question: What is $17 + 25$?\nSolution: $17 + 25 = 42$.\nThe final answer is $\\boxed{42}$."
          + " The answer is $42$.";

  private final TeacherAnswers answers;

  /** The canned completion, made when the first is wanted. */
  private static final class Canned {
    private static final long TOKENS = Tokens.of(CANNED_CONTENT);
    private static final String START = start();

    private static String start() {
      List<ReplyChoice> choices = List.of(new ReplyChoice(CANNED_CONTENT, "stop"));
      String whole = body(ApiEndpoint.CHAT, "teacher", 0, choices, new TokenUse(0, 0)).toString();
      return whole.substring(0, whole.indexOf("{\"prompt_tokens\""));
    }
  }

  /** Makes the writer of replies; it loads the rules and families of the teacher. */
  public ApiReplies(AnswerOptions options) {
    this.answers = new TeacherAnswers(options);
  }

  /** Returns the same completion as ever, with an estimate of the tokens of the prompt. */
  public ApiReply canned(int requestBytes) {
    TokenUse usage = new TokenUse(Tokens.estimate(requestBytes), Canned.TOKENS);
    return new ApiReply(Buffer.buffer(Canned.START + usage.toJson() + "}"), usage);
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
    for (int sample = 0; sample < request.n(); sample++) {
      choices.add(spoil.apply(limited(answers.answer(asked, sample), request)));
    }

    long promptTokens =
        endpoint == ApiEndpoint.CHAT
            ? Tokens.ofMessages(request.contents())
            : Tokens.of(request.contents().get(0));
    long completionTokens = choices.stream().mapToLong(choice -> Tokens.of(choice.content())).sum();
    TokenUse usage = new TokenUse(promptTokens, completionTokens);
    return new ApiReply(body(endpoint, request.model(), bodyHash, choices, usage), usage);
  }

  private ReplyChoice limited(String content, ApiRequest request) {
    int end = content.length();
    for (String stop : request.stop()) {
      int found = stop.isEmpty() ? -1 : content.indexOf(stop);
      end = found < 0 ? end : Math.min(end, found);
    }

    String stopped = content.substring(0, end);
    if (request.tokenLimit() == 0 || Tokens.of(stopped) <= request.tokenLimit()) {
      return new ReplyChoice(stopped, "stop");
    }

    return new ReplyChoice(Tokens.cut(stopped, request.tokenLimit()), "length");
  }

  private static Buffer body(
      ApiEndpoint endpoint, String model, long id, List<ReplyChoice> choices, TokenUse usage) {
    boolean isChat = endpoint == ApiEndpoint.CHAT;
    JsonArray written = new JsonArray();
    for (ReplyChoice choice : choices) {
      JsonObject json = JsonObject.of("index", written.size());
      if (isChat) {
        json.put("message", JsonObject.of("role", "assistant", "content", choice.content()));
      } else {
        json.put("text", choice.content());
      }

      written.add(json.put("logprobs", null).put("finish_reason", choice.finishReason()));
    }

    return new JsonObject()
        .put("id", (isChat ? "chatcmpl-" : "cmpl-") + Long.toHexString(id))
        .put("object", isChat ? "chat.completion" : "text_completion")
        .put("created", CREATED)
        .put("model", model)
        .put("choices", written)
        .put("usage", usage.toJson())
        .toBuffer();
  }
}
