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
    } catch (StoppedException stopped) {
      permit.failed(brokenOff(stopped, stopped.isSent() ? Usage.DOUBTFUL : Usage.NONE));
      throw stopped;
    } catch (RuntimeException | Error bug) {
      // The permit is released all the same.
      permit.failed(brokenOff(bug, Usage.DOUBTFUL));
      throw bug;
    }

    permit.answered(reply);
    return reply;
  }

  private static ModelException brokenOff(Throwable cause, Usage charged) {
    return new ModelException(
        FailureCause.CONNECTION, 0, "The call was broken off", charged, cause);
  }

  @Override
  public void close() {
    model.close();
  }
}
