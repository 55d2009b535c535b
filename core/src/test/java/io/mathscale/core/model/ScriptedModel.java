package io.mathscale.core.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;

/** A model that answers by script, one step a call, and remembers what it was asked. */
public final class ScriptedModel implements ChatModel {
  private final Deque<Function<ChatRequest, ChatReply>> steps = new ArrayDeque<>();
  private final List<ChatRequest> requests = new ArrayList<>();
  private boolean isClosed;

  /** Answers the next call with this reply. */
  public ScriptedModel thenReply(ChatReply reply) {
    return thenDo(request -> reply);
  }

  /** Fails the next call with this exception. */
  public ScriptedModel thenThrow(RuntimeException failure) {
    return thenDo(
        request -> {
          throw failure;
        });
  }

  /** Lets this decide about the next call. */
  public synchronized ScriptedModel thenDo(Function<ChatRequest, ChatReply> step) {
    steps.add(step);
    return this;
  }

  @Override
  public ChatReply ask(ChatRequest request) {
    Function<ChatRequest, ChatReply> step;
    synchronized (this) {
      requests.add(request);
      step = steps.poll();
    }

    if (step == null) {
      throw new AssertionError("The script must have a step for call " + requests().size());
    }

    return step.apply(request);
  }

  /** What it was asked so far. */
  public synchronized List<ChatRequest> requests() {
    return List.copyOf(requests);
  }

  /** Whether it was closed. */
  public synchronized boolean isClosed() {
    return isClosed;
  }

  @Override
  public synchronized void close() {
    isClosed = true;
  }
}
