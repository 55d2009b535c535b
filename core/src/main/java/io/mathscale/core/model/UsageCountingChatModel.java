package io.mathscale.core.model;

/**
 * Counts the tokens of answers whose server does not. Inside {@link LimitedChatModel}, whose
 * permits need the count.
 */
public final class UsageCountingChatModel implements ChatModel {
  private final ChatModel model;
  private final TokenCounter counter;

  /** A model whose replies always have a usage. */
  public UsageCountingChatModel(ChatModel model, TokenCounter counter) {
    this.model = model;
    this.counter = counter;
  }

  @Override
  public ChatReply ask(ChatRequest request) {
    ChatReply reply = model.ask(request);
    if (reply.usage().reported()) {
      return reply;
    }

    int input = counter.count(request.messages());
    int output = counter.count(reply.reasoning()) + counter.count(reply.content());
    return reply.withUsage(new Usage(input, 0, output, false));
  }

  @Override
  public void close() {
    model.close();
  }
}
