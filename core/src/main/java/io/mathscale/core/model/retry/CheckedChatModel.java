package io.mathscale.core.model.retry;

import io.mathscale.core.data.FailureCause;
import io.mathscale.core.model.ChatModel;
import io.mathscale.core.model.ChatReply;
import io.mathscale.core.model.ChatRequest;
import io.mathscale.core.model.ModelException;
import io.mathscale.core.model.Sleeper;
import io.mathscale.core.model.TruncatedAnswers;
import io.mathscale.core.model.Usage;

/**
 * Checks answers: empty, truncated and filtered ones are failures of their own, but for truncated
 * ones that are to be kept. Asks again where the {@link AnswerPolicy} says so; replies and
 * exceptions tell the tries and tokens of all requests together.
 */
public final class CheckedChatModel implements ChatModel {
  private final ChatModel model;
  private final AnswerPolicy policy;
  private final Sleeper sleeper;

  /**
   * A model whose answers are checked.
   *
   * @param model what is asked, with its retries
   * @param policy what to do about bad answers
   * @param sleeper how to wait before a repeat
   */
  public CheckedChatModel(ChatModel model, AnswerPolicy policy, Sleeper sleeper) {
    this.model = model;
    this.policy = policy;
    this.sleeper = sleeper;
  }

  @Override
  public ChatReply ask(ChatRequest request) {
    int maxTokens = request.sampling().maxTokens();
    Usage charged = Usage.NONE;
    int tries = 0;
    int repeats = 0;
    while (true) {
      ModelException failure;
      boolean isRaised = maxTokens != request.sampling().maxTokens();
      try {
        ChatReply reply = checked(model.ask(request.withMaxTokens(maxTokens)), maxTokens, isRaised);
        return reply.withUsage(charged.plus(reply.usage())).withTries(tries + reply.tries());
      } catch (ModelException bad) {
        failure = bad;
      }

      charged = charged.plus(failure.usage());
      tries += failure.tries();
      boolean isTruncated = failure.failureCause() == FailureCause.TRUNCATED;
      boolean isUnusable =
          failure.failureCause() == FailureCause.EMPTY
              || failure.failureCause() == FailureCause.NOT_JSON;
      if (isTruncated && !isRaised && policy.tokenFactor() > 1) {
        maxTokens = (int) Math.min(Integer.MAX_VALUE, Math.ceil(maxTokens * policy.tokenFactor()));
      } else if (isUnusable && repeats < policy.maxRepeats()) {
        repeats++;
        sleeper.pause(policy.pause(), failure);
      } else {
        throw failure.after(tries, charged);
      }
    }
  }

  @Override
  public void close() {
    model.close();
  }

  private ChatReply checked(ChatReply reply, int maxTokens, boolean isRaised) {
    if (reply.isTruncated() || isAsLongAsAllowed(reply, maxTokens)) {
      if (policy.truncatedAnswers() == TruncatedAnswers.KEEP
          && (isRaised || policy.tokenFactor() == 1)) {
        return reply.truncated();
      }

      throw failure(FailureCause.TRUNCATED, "fit into %d tokens".formatted(maxTokens), reply);
    }

    if (reply.finishReason().equals("content_filter")) {
      throw failure(FailureCause.FILTERED, "pass the content filter", reply);
    }

    if (reply.content().isBlank()) {
      throw failure(FailureCause.EMPTY, "not be empty", reply);
    }

    return reply;
  }

  /** Servers of llama.cpp say {@code stop} of an answer that was cut at its limit. */
  private static boolean isAsLongAsAllowed(ChatReply reply, int maxTokens) {
    return reply.usage().reported() && reply.usage().outputTokens() >= maxTokens;
  }

  private static ModelException failure(FailureCause cause, String rule, ChatReply reply) {
    String message =
        "The answer must %s: finish_reason is '%s'".formatted(rule, reply.finishReason());
    return new ModelException(cause, 200, message, reply.usage(), reply.tries(), null);
  }
}
