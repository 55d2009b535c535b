package io.mathscale.core.model;

import io.mathscale.core.data.Message;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts the tokens of answers whose server does not, or reports what cannot be. An answer whose
 * report is not believed is doubtful: our count is certain, all beyond it up to the worst price may
 * have been charged. Inside {@link LimitedChatModel}, whose permits need the count.
 */
public final class UsageCountingChatModel implements ChatModel {
  /**
   * Servers may count what ends an answer beyond the limit that they were given: so many tokens
   * more are believed, and reserved.
   */
  public static final int EXCESS_TOKENS = 16;

  /** A token of a byte-level vocabulary stands for a byte at least, and UTF-8 has no more. */
  private static final long MOST_TOKENS_A_CHARACTER = 3;

  /** What a chat template may add of its own: a system prompt, dates, lists of tools. */
  private static final long MOST_TEMPLATE_TOKENS = 2_048;

  /** What it may add around a message. */
  private static final long MOST_FRAME_TOKENS = 64;

  private static final Logger LOG = LoggerFactory.getLogger(UsageCountingChatModel.class);

  private final ChatModel model;
  private final TokenCounter counter;
  private final AtomicBoolean isTold = new AtomicBoolean();

  /** A model whose replies always have a usage that can be. */
  public UsageCountingChatModel(ChatModel model, TokenCounter counter) {
    this.model = model;
    this.counter = counter;
  }

  @Override
  public ChatReply ask(ChatRequest request) {
    ChatReply reply = model.ask(request);
    Usage told = reply.usage();
    if (told.reported() && isCredible(told, request)) {
      return reply;
    }

    if (told.reported() && isTold.compareAndSet(false, true)) {
      LOG.warn(
          "The service reports a usage that cannot be, {} tokens in and {} out of at most {};"
              + " such answers are counted here, and what they may cost beyond that is doubtful",
          told.inputTokens(),
          told.outputTokens(),
          request.sampling().maxTokens());
    }

    int input = counter.count(request.messages());
    int output = counter.count(reply.reasoning()) + counter.count(reply.content());
    int doubtful = told.reported() ? 1 : 0;
    return reply.withUsage(new Usage(input, 0, 0, output, false, doubtful, told.serviceTier()));
  }

  private static boolean isCredible(Usage told, ChatRequest request) {
    long mostInput =
        MOST_TEMPLATE_TOKENS + MOST_TOKENS_A_CHARACTER * request.sampling().jsonSchema().length();
    for (Message message : request.messages()) {
      mostInput += MOST_FRAME_TOKENS + MOST_TOKENS_A_CHARACTER * message.content().length();
    }

    return told.inputTokens() <= mostInput
        && told.outputTokens() <= (long) request.sampling().maxTokens() + EXCESS_TOKENS;
  }

  @Override
  public void close() {
    model.close();
  }
}
