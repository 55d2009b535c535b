package io.mathscale.core.model;

/**
 * A language model that answers a conversation.
 *
 * <p>Calls block the calling thread. Every implementation may be asked by a thousand threads at
 * once.
 */
public interface ChatModel extends AutoCloseable {
  /**
   * Asks the model once and waits for its answer.
   *
   * @throws ModelUnavailableException if the same request may succeed later
   * @throws ModelRefusedException if no request of this job will succeed
   * @throws ModelException if this request will not succeed
   * @throws StoppedException if the job was stopped before the answer came
   */
  ChatReply ask(ChatRequest request);

  /** Cancels the calls in flight and releases connections and threads. */
  @Override
  void close();
}
