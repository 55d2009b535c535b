package io.mathscale.core.model;

import io.mathscale.core.data.FailureCause;

/**
 * Asks only with a permit, a new one for each try. Waiting for it is never a failure, nor part of
 * the time of the call.
 */
public final class LimitedChatModel implements ChatModel {
  private final ChatModel model;
  private final Permits permits;
  private final PausableClock clock;

  /**
   * A model that waits for permits.
   *
   * @param model what is asked
   * @param permits gives the permits
   * @param clock the clock of the retries around this model, paused during those waits
   */
  public LimitedChatModel(ChatModel model, Permits permits, PausableClock clock) {
    this.model = model;
    this.permits = permits;
    this.clock = clock;
  }

  @Override
  public ChatReply ask(ChatRequest request) {
    Permit permit = clock.pausedDuring(() -> permits.acquire(request));
    ChatReply reply;
    try {
      reply = model.ask(request);
    } catch (ModelException failure) {
      permit.failed(failure);
      throw failure;
    } catch (RuntimeException | Error unexpected) {
      // Stopped or a bug: the permit is released all the same.
      permit.failed(
          new ModelException(
              FailureCause.CONNECTION, 0, "The call was broken off", Usage.NONE, unexpected));
      throw unexpected;
    }

    permit.answered(reply);
    return reply;
  }

  @Override
  public void close() {
    model.close();
  }
}
