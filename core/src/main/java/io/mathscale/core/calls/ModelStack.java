package io.mathscale.core.calls;

import io.mathscale.core.calls.access.Credentials;
import io.mathscale.core.config.ModelConfig;
import io.mathscale.core.model.ChatModel;
import io.mathscale.core.model.LimitedChatModel;
import io.mathscale.core.model.PausableClock;
import io.mathscale.core.model.Permits;
import io.mathscale.core.model.Sleeper;
import io.mathscale.core.model.TokenCounter;
import io.mathscale.core.model.UsageCountingChatModel;
import io.mathscale.core.model.http.Endpoint;
import io.mathscale.core.model.http.HttpSettings;
import io.mathscale.core.model.http.OkHttpChatModel;
import io.mathscale.core.model.http.Secret;
import io.mathscale.core.model.pool.CooldownPolicy;
import io.mathscale.core.model.pool.EndpointLimits;
import io.mathscale.core.model.pool.EndpointPool;
import io.mathscale.core.model.pool.PooledModel;
import io.mathscale.core.model.retry.AnswerPolicy;
import io.mathscale.core.model.retry.CheckedChatModel;
import io.mathscale.core.model.retry.FailureJudge;
import io.mathscale.core.model.retry.RetryPolicy;
import io.mathscale.core.model.retry.RetryingChatModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** Puts the model client together: checked answers over retries over limits over endpoints. */
final class ModelStack {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  private ModelStack() {}

  static ChatModel of(
      RunSettings run,
      Credentials credentials,
      Permits permits,
      FailureJudge judge,
      Sleeper sleeper,
      TokenCounter counter) {
    HttpSettings settings =
        new HttpSettings(
            run.calls().inFlightPerExecutor(),
            run.model().timeout(),
            CONNECT_TIMEOUT,
            run.model().maxBody().count());
    List<Endpoint> endpoints = endpoints(run.model(), credentials);
    List<PooledModel> pooled = new ArrayList<>();
    List<OkHttpChatModel> clients = new ArrayList<>();
    for (int i = 0; i < endpoints.size(); i++) {
      Endpoint endpoint = endpoints.get(i);
      EndpointLimits limits = run.model().limitsAt(i).times(run.share());
      OkHttpChatModel client =
          new OkHttpChatModel(endpoint, settings, credentials.networks().get(i), run.time()::now);
      clients.add(client);
      ChatModel counted = new UsageCountingChatModel(client, counter);
      pooled.add(new PooledModel(endpoint.weight(), limits, counted));
    }

    PausableClock clock = new PausableClock(run.time()::nanos);
    ChatModel pool =
        EndpointPool.of(pooled, CooldownPolicy.DEFAULT, run.time()::nanos, sleeper, clock);
    ChatModel limited = new LimitedChatModel(pool, permits, clock);
    RetryPolicy policy = RetryPolicy.of(run.calls().maxTries(), run.calls().giveUpAfter());
    ChatModel retrying =
        new RetryingChatModel(
            limited,
            policy,
            sleeper,
            clock,
            () -> ThreadLocalRandom.current().nextDouble(),
            judge,
            () -> clients.stream().anyMatch(OkHttpChatModel::isThere));
    return new CheckedChatModel(retrying, AnswerPolicy.of(run.truncatedAnswers()), sleeper);
  }

  private static List<Endpoint> endpoints(ModelConfig model, Credentials credentials) {
    List<Endpoint> endpoints = new ArrayList<>();
    endpoints.add(endpoint(model, model.baseUrl(), 1, credentials.keys().get(0), credentials));
    for (int i = 0; i < model.endpoints().size(); i++) {
      ModelConfig.EndpointConfig more = model.endpoints().get(i);
      endpoints.add(
          endpoint(
              model, more.baseUrl(), more.weight(), credentials.keys().get(i + 1), credentials));
    }

    return endpoints;
  }

  private static Endpoint endpoint(
      ModelConfig model, String url, double weight, String key, Credentials credentials) {
    Map<String, String> headers = credentials.headers();
    return new Endpoint(
        url,
        url,
        model.name(),
        model.dialectAt(url),
        Secret.of(key),
        headers,
        model.extraBody(),
        model.apiVersion(),
        weight);
  }
}
