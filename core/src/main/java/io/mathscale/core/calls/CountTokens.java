package io.mathscale.core.calls;

import io.mathscale.core.calls.estimate.SizedCall;
import io.mathscale.core.model.TokenCounter;
import java.util.Iterator;
import org.apache.spark.api.java.function.MapPartitionsFunction;

/** Counts the tokens of each call's prompt. */
final class CountTokens implements MapPartitionsFunction<Call, SizedCall> {
  private static final long serialVersionUID = 1L;

  @Override
  public Iterator<SizedCall> call(Iterator<Call> calls) {
    TokenCounter counter = new TokenCounter();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return calls.hasNext();
      }

      @Override
      public SizedCall next() {
        Call call = calls.next();
        return new SizedCall(call.key(), counter.count(call.messages()));
      }
    };
  }
}
