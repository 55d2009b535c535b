package io.mathscale.core.model.http;

import io.mathscale.core.data.FailureCause;
import io.mathscale.core.model.ChatRequest;
import io.mathscale.core.model.ModelException;
import io.mathscale.core.model.ModelMisdirectedException;
import io.mathscale.core.model.ModelRefusedException;
import io.mathscale.core.model.ModelUnavailableException;
import io.mathscale.core.model.ServerLimits;
import io.mathscale.core.model.Usage;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;

/** Turns error responses of an endpoint into exceptions, by what the caller can do about them. */
final class HttpFailures {
  /** Most characters of a server's own words in a message. */
  private static final int MAX_QUOTE = 300;

  /**
   * OpenAI and vLLM: "The model `x` does not exist"; Ollama: "model 'x' not found, try pulling it
   * first"; Azure: "The API deployment for this resource does not exist".
   */
  private static final Pattern NO_SUCH_MODEL =
      Pattern.compile(
          "\\b(model|deployment)\\b.{0,200}?\\b(does not|doesn't|not)"
              + " (exist|found)\\b|\\bmodel\\b.{0,200}?\\bnot found\\b");

  /** DeepSeek: "Model Not Exist"; OpenRouter: "x is not a valid model ID". Both come with 400. */
  private static final Pattern NO_SUCH_MODEL_400 =
      Pattern.compile("^model not exist$|^\\S{1,200} is not a valid model id$");

  /** OpenAI and vLLM: "This model's maximum context length is …". */
  private static final Pattern TOO_LONG = Pattern.compile("\\bmaximum context length\\b");

  /**
   * OpenAI: "Request too large for gpt-4o in organization … on tokens per min (TPM): Limit 30000,
   * Requested 33000. The input or output tokens must be reduced in order to run successfully."
   */
  private static final Pattern LARGER_THAN_LIMIT = Pattern.compile("^request too large\\b");

  /**
   * OpenRouter: "Rate limit exceeded: free-models-per-day"; Groq: "on requests per day (RPD)";
   * Gemini: "GenerateRequestsPerDayPerProjectPerModel-FreeTier".
   */
  private static final Pattern A_DAY = Pattern.compile("per[ -]?day|\\bdaily\\b");

  /** A limit of a day that is free again sooner than this is a limit like any other. */
  private static final Duration SOON = Duration.ofHours(1);

  private final Endpoint endpoint;

  HttpFailures(Endpoint endpoint) {
    this.endpoint = endpoint;
  }

  /**
   * The failure that a response with an error status means.
   *
   * @param retryAfter the wait that the server asks for, or null
   */
  ModelException of(
      ChatRequest request,
      int status,
      ServerError error,
      Duration retryAfter,
      ServerLimits limits) {
    String message = message(request, status, error.message());
    if (isMisdirected(status, error)) {
      FailureCause cause = status == 404 ? FailureCause.NOT_FOUND : FailureCause.BAD_REQUEST;
      return new ModelMisdirectedException(cause, status, message + hint(), Usage.NONE, null);
    }

    if (isOfADay(status, error, retryAfter)) {
      String hint = " (calls.wait-for-quota = true waits for the next day)";
      return new ModelRefusedException(FailureCause.NO_QUOTA, status, message + hint, null);
    }

    FailureCause refusal = refusal(status, error);
    if (refusal != null) {
      String hint = refusal == FailureCause.KEY_REFUSED ? keyHint() : "";
      return new ModelRefusedException(refusal, status, message + hint, null);
    }

    FailureCause outage = isLargerThanLimit(status, error) ? null : outage(status);
    if (outage != null) {
      return new ModelUnavailableException(
          outage, status, message, charged(status, retryAfter), retryAfter, limits, null);
    }

    return new ModelException(fault(status, error), status, message, Usage.NONE, null);
  }

  /**
   * What a service charges that answers with an error: nothing where it did not begin to work, by
   * its status (4xx) or since it says when to come back (503 with {@code Retry-After}). Behind any
   * other 5xx the answer may have been made, by a server that broke down afterwards or by one
   * behind a proxy that lost it.
   */
  private static Usage charged(int status, Duration retryAfter) {
    boolean isTurnedAway = status == 503 && retryAfter != null;
    return status >= 500 && !isTurnedAway ? Usage.DOUBTFUL : Usage.NONE;
  }

  /** "HTTP 400 from https://…: what the server says", without key and prompt. */
  String message(ChatRequest request, int status, String serverText) {
    String text = endpoint.masked(Quotes.withoutPrompt(serverText, request));
    String shown = Quotes.start(text, MAX_QUOTE);
    return "HTTP %d from %s%s"
        .formatted(status, endpoint.shownUrl(), shown.isEmpty() ? "" : ": " + shown);
  }

  /** Whether something else than the service answered. */
  private static boolean isMisdirected(int status, ServerError error) {
    return switch (status) {
      case 404 -> refusal(status, error) == null;
      case 405, ProxyRefusedException.STATUS -> true;
      default -> false;
    };
  }

  /** What to do about it, in brackets after a blank; empty where nobody knows. */
  private String hint() {
    String base = endpoint.baseUrl();
    if (base.endsWith("/completions")) {
      return " (base-url ends before /chat/completions)";
    }

    return base.matches(".*/v\\d[^/]*(/.*)?") ? "" : " (base-url usually ends with /v1)";
  }

  /** Which key was refused is not told, but where it comes from. */
  private String keyHint() {
    return endpoint.key().exists() ? " (the key of api-key)" : " (no api-key is set)";
  }

  private static boolean isOfADay(int status, ServerError error, Duration retryAfter) {
    boolean isFar = retryAfter == null || retryAfter.compareTo(SOON) >= 0;
    return status == 429 && isFar && A_DAY.matcher(error.message().toLowerCase(Locale.ROOT)).find();
  }

  private static boolean isLargerThanLimit(int status, ServerError error) {
    return status == 429
        && LARGER_THAN_LIMIT.matcher(error.message().toLowerCase(Locale.ROOT)).find();
  }

  /** Why nothing of the job will succeed; null if that is not so. */
  private static FailureCause refusal(int status, ServerError error) {
    String text = error.message().toLowerCase(Locale.ROOT);
    // 402: DeepSeek and OpenRouter, when the account is empty.
    if (status == 402 || error.is("insufficient_quota")) {
      return FailureCause.NO_QUOTA;
    }

    if (status == 401 || status == 403 || error.is("invalid_api_key")) {
      return FailureCause.KEY_REFUSED;
    }

    boolean unknownModel =
        switch (status) {
          case 404 ->
              error.is("model_not_found")
                  || error.is("DeploymentNotFound")
                  || NO_SUCH_MODEL.matcher(text).find();
          case 400 -> error.is("model_not_found") || NO_SUCH_MODEL_400.matcher(text).find();
          default -> false;
        };
    return unknownModel ? FailureCause.UNKNOWN_MODEL : null;
  }

  /** Why later may be better; null if that is not so. */
  private static FailureCause outage(int status) {
    return switch (status) {
      case 408 -> FailureCause.TIMEOUT;
      case 409, 425 -> FailureCause.CONFLICT;
      case 429 -> FailureCause.RATE_LIMITED;
      case 424 -> FailureCause.SERVER_ERROR; // TGI: "Request failed during generation"
      default -> status >= 500 ? FailureCause.SERVER_ERROR : null;
    };
  }

  private static FailureCause fault(int status, ServerError error) {
    if (error.is("content_filter")) {
      return FailureCause.FILTERED; // Azure refuses such prompts with 400
    }

    if (status == 413
        || isLargerThanLimit(status, error)
        || error.is("context_length_exceeded")
        || error.is("exceed_context_size_error")
        || TOO_LONG.matcher(error.message()).find()) {
      return FailureCause.PROMPT_TOO_LONG;
    }

    return FailureCause.BAD_REQUEST;
  }
}
