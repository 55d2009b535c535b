package io.mathscale.core.model.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.mathscale.core.data.FailureCause;
import io.mathscale.core.model.ChatModel;
import io.mathscale.core.model.ChatReply;
import io.mathscale.core.model.ChatRequest;
import io.mathscale.core.model.Json;
import io.mathscale.core.model.ModelException;
import io.mathscale.core.model.ModelMisdirectedException;
import io.mathscale.core.model.ModelUnavailableException;
import io.mathscale.core.model.Sampling;
import io.mathscale.core.model.ServerLimits;
import io.mathscale.core.model.StoppedException;
import io.mathscale.core.model.Usage;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import okio.BufferedSource;

/**
 * Asks an endpoint over HTTP: one request a call. Logs nothing and repeats nothing: bodies are one
 * shot, so that OkHttp itself never sends a request twice.
 */
public final class OkHttpChatModel implements ChatModel {
  /** Largest part of an error body that is read. */
  private static final long MAX_ERROR_BYTES = 64L << 10;

  /** Finish reasons of answers that the server broke off: vLLM, OpenRouter, DeepSeek. */
  private static final Set<String> BROKEN_OFF =
      Set.of("abort", "error", "insufficient_system_resource");

  /** The least of the statuses by which a server says that the fault is its own. */
  private static final int SERVER_ERRORS = 500;

  /** So long a service may take to say that it is there. */
  private static final long LONGEST_LOOK_SECONDS = 10;

  private static final MediaType JSON_TYPE = MediaType.get("application/json");

  private final Endpoint endpoint;
  private final long maxBodyBytes;
  private final RequestWriter writer;
  private final HttpFailures failures;
  private final ConnectionFaults faults;
  private final InstantSource clock;
  private final HttpUrl url;
  private final Headers headers;
  private final OkHttpClients clients;
  private volatile boolean isClosed;

  /** A client of an endpoint, with the clock of the system. */
  public OkHttpChatModel(Endpoint endpoint, HttpSettings settings, Network network) {
    this(endpoint, settings, network, InstantSource.system());
  }

  /**
   * A client of an endpoint.
   *
   * @param network how it is reached
   * @param clock the time with which dates in {@code Retry-After} are compared
   */
  public OkHttpChatModel(
      Endpoint endpoint, HttpSettings settings, Network network, InstantSource clock) {
    this.endpoint = endpoint;
    this.maxBodyBytes = settings.maxBodyBytes();
    this.writer = new RequestWriter(endpoint);
    this.failures = new HttpFailures(endpoint);
    this.clock = clock;
    this.url = HttpUrl.get(endpoint.url());
    OkHttpNetwork reached = new OkHttpNetwork(network);
    this.faults = new ConnectionFaults(network, reached::lacksCertificate);
    this.headers = headers(endpoint, reached.loginOfRequest(url.isHttps()));
    this.clients = new OkHttpClients(settings, reached);
  }

  @Override
  public ChatReply ask(ChatRequest request) {
    if (isClosed) {
      throw new StoppedException("Closed before asking " + endpoint.shownUrl());
    }

    OneShotBody body = new OneShotBody(writer.body(request));
    Request call = new Request.Builder().url(url).headers(headers).post(body).build();
    try (Response response = clients.get().newCall(call).execute()) {
      return response.isSuccessful() ? reply(request, response) : fail(request, response);
    } catch (IOException e) {
      throw unavailable(e, body.isSent());
    }
  }

  /**
   * Whether the service is there, whatever it makes of our requests: it answers a request for its
   * models, which costs nothing, with anything but an error of a server or the words of a proxy.
   */
  public boolean isThere() {
    Request question =
        new Request.Builder().url(endpoint.baseUrl() + "/models").headers(headers).get().build();
    Call call = clients.get().newCall(question);
    call.timeout().timeout(LONGEST_LOOK_SECONDS, TimeUnit.SECONDS);
    try (Response response = call.execute()) {
      return response.code() < SERVER_ERRORS
          && response.code() != ProxyRefusedException.STATUS
          && !response.isRedirect();
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() {
    isClosed = true;
    clients.close();
  }

  private ChatReply reply(ChatRequest request, Response response) throws IOException {
    BufferedSource source = response.body().source();
    if (source.request(maxBodyBytes + 1)) {
      String text = "the body must have at most %d bytes".formatted(maxBodyBytes);
      throw failed(FailureCause.BODY_TOO_LARGE, request, response, text);
    }

    byte[] body = source.getBuffer().readByteArray();
    JsonNode completion = Json.objectIn(body);
    if (completion == null) {
      String text = new String(body, StandardCharsets.UTF_8);
      throw isWebPage(text)
          ? misdirected(FailureCause.NOT_JSON, request, response, "a web page: " + text)
          : failed(FailureCause.NOT_JSON, request, response, "not JSON: " + text);
    }

    ServerLimits limits = RateLimitHeaders.read(response::header);
    ChatReply reply = ReplyReader.read(completion, limits);
    if (reply == null) {
      throw withoutAnswer(request, response, completion, limits);
    }

    if (BROKEN_OFF.contains(reply.finishReason())) {
      String text = "the answer was broken off: finish_reason is " + reply.finishReason();
      throw new ModelUnavailableException(
          FailureCause.SERVER_ERROR,
          response.code(),
          failures.message(request, response.code(), text),
          reply.usage().reported() ? reply.usage() : Usage.DOUBTFUL,
          null,
          limits,
          null);
    }

    Sampling sampling = request.sampling();
    return writer.isCutHere(sampling) ? reply.cutAt(sampling.stop()) : reply;
  }

  /** OpenRouter and some proxies send an error with status 200; its own status is its code. */
  private ModelException withoutAnswer(
      ChatRequest request, Response response, JsonNode json, ServerLimits limits) {
    ServerError error = ServerError.read(json);
    if (error.code().matches("[45]\\d\\d")) {
      return failures.of(request, Integer.parseInt(error.code()), error, null, limits);
    }

    String text = error.message().isEmpty() ? "no choices in " + json : error.message();
    Usage usage = ReplyReader.usage(json);
    return failed(
        FailureCause.NOT_JSON, request, response, text, usage.reported() ? usage : Usage.DOUBTFUL);
  }

  private ChatReply fail(ChatRequest request, Response response) throws IOException {
    if (response.isRedirect()) {
      String target = response.header("Location", "").replaceAll("[?#].*", "");
      String text = "base-url must be where the service is, not redirected to " + target;
      throw misdirected(FailureCause.BAD_REQUEST, request, response, text);
    }

    BufferedSource source = response.body().source();
    source.request(MAX_ERROR_BYTES);
    byte[] body =
        source.getBuffer().readByteArray(Math.min(source.getBuffer().size(), MAX_ERROR_BYTES));
    throw failures.of(
        request,
        response.code(),
        ServerError.read(body),
        RetryAfterParser.retryAfter(response::header, clock.instant()),
        RateLimitHeaders.read(response::header));
  }

  private ModelException failed(
      FailureCause cause, ChatRequest request, Response response, String text) {
    // A success whose body is of no use may have been charged; a redirect was not.
    Usage charged = response.isSuccessful() ? Usage.DOUBTFUL : Usage.NONE;
    return failed(cause, request, response, text, charged);
  }

  private ModelException failed(
      FailureCause cause, ChatRequest request, Response response, String text, Usage charged) {
    String message = failures.message(request, response.code(), text);
    return new ModelException(cause, response.code(), message, charged, null);
  }

  private ModelException misdirected(
      FailureCause cause, ChatRequest request, Response response, String text) {
    String message = failures.message(request, response.code(), text);
    Usage charged = response.isSuccessful() ? Usage.DOUBTFUL : Usage.NONE;
    return new ModelMisdirectedException(cause, response.code(), message, charged, null);
  }

  /** The page of a proxy, a portal or a web site. */
  private static boolean isWebPage(String body) {
    String start = body.stripLeading();
    return start.regionMatches(true, 0, "<!doctype html", 0, "<!doctype html".length())
        || start.regionMatches(true, 0, "<html", 0, "<html".length());
  }

  private RuntimeException unavailable(IOException e, boolean isSent) {
    if (isClosed || Thread.currentThread().isInterrupted()) {
      String stopped = "Stopped while asking " + endpoint.shownUrl();
      return isSent ? StoppedException.whileAsking(stopped, e) : new StoppedException(stopped, e);
    }

    if (e instanceof ProxyRefusedException) {
      return new ModelMisdirectedException(
          FailureCause.KEY_REFUSED,
          ProxyRefusedException.STATUS,
          "HTTP 407 on the way to %s: %s".formatted(endpoint.shownUrl(), e.getMessage()),
          Usage.NONE,
          e);
    }

    FailureCause cause =
        e instanceof InterruptedIOException ? FailureCause.TIMEOUT : FailureCause.CONNECTION;
    String message =
        "No answer from %s: %s"
            .formatted(
                endpoint.shownUrl(),
                cause == FailureCause.TIMEOUT ? "timeout" : endpoint.masked(faults.words(e)));
    Usage charged = isSent ? Usage.DOUBTFUL : Usage.NONE;
    return new ModelUnavailableException(cause, 0, message, charged, null, ServerLimits.NONE, e);
  }

  private static Headers headers(Endpoint endpoint, String proxyLogin) {
    Headers.Builder headers = new Headers.Builder().set("User-Agent", "mathscale");
    if (endpoint.key().exists()) {
      headers.set(
          endpoint.dialect().keyHeader(), endpoint.dialect().keyHeaderValue(endpoint.key()));
    }

    if (proxyLogin != null) {
      headers.set(OkHttpNetwork.LOGIN_HEADER, proxyLogin);
    }

    endpoint.headers().forEach(headers::set);
    return headers.build();
  }

  /** A body that is never sent a second time by OkHttp. */
  private static final class OneShotBody extends RequestBody {
    private final byte[] bytes;
    private volatile boolean isSent;

    private OneShotBody(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public MediaType contentType() {
      return JSON_TYPE;
    }

    @Override
    public long contentLength() {
      return bytes.length;
    }

    @Override
    public boolean isOneShot() {
      return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      isSent = true;
      sink.write(bytes);
    }

    /** Whether any of it may have reached the server. */
    boolean isSent() {
      return isSent;
    }
  }
}
