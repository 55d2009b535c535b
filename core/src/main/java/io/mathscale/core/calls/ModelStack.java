package io.mathscale.core.calls;

import io.mathscale.core.config.ModelConfig;
import io.mathscale.core.model.AnswerPolicy;
import io.mathscale.core.model.CallClock;
import io.mathscale.core.model.ChatModel;
import io.mathscale.core.model.CheckedChatModel;
import io.mathscale.core.model.Endpoint;
import io.mathscale.core.model.EndpointLimits;
import io.mathscale.core.model.EndpointPool;
import io.mathscale.core.model.HttpSettings;
import io.mathscale.core.model.LimitedChatModel;
import io.mathscale.core.model.OkHttpChatModel;
import io.mathscale.core.model.Permits;
import io.mathscale.core.model.PooledModel;
import io.mathscale.core.model.RestPolicy;
import io.mathscale.core.model.RetryPolicy;
import io.mathscale.core.model.RetryingChatModel;
import io.mathscale.core.model.Secret;
import io.mathscale.core.model.Sleeper;
import io.mathscale.core.model.TokenCounter;
import io.mathscale.core.model.UsageCountingChatModel;
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
      RunSpec run,
      Credentials credentials,
      Permits permits,
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
    for (int i = 0; i < endpoints.size(); i++) {
      Endpoint endpoint = endpoints.get(i);
      EndpointLimits limits = run.model().limitsAt(i).times(run.share());
      pooled.add(
          new PooledModel(endpoint.weight(), limits, new OkHttpChatModel(endpoint, settings)));
    }

    CallClock clock = new CallClock(System::nanoTime);
    ChatModel pool = EndpointPool.of(pooled, RestPolicy.DEFAULT, System::nanoTime, sleeper, clock);
    ChatModel counted = new UsageCountingChatModel(pool, counter);
    ChatModel limited = new LimitedChatModel(counted, permits, clock);
    RetryPolicy policy = RetryPolicy.of(run.calls().maxTries(), run.calls().giveUpAfter());
    ChatModel retrying =
        new RetryingChatModel(
            limited, policy, sleeper, clock, () -> ThreadLocalRandom.current().nextDouble());
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
