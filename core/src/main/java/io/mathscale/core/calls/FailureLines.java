package io.mathscale.core.calls;

import io.mathscale.core.data.CallFailure;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.FlatMapFunction;

/** The failures of a journal's lines; a line torn by the death of its writer is none. */
final class FailureLines implements FlatMapFunction<String, CallFailure> {
  private static final long serialVersionUID = 1L;

  @Override
  public Iterator<CallFailure> call(String line) {
    return JournalEntry.isFailureLine(line)
        ? JournalEntry.ofLine(line).flatMap(entry -> Optional.ofNullable(entry.failure())).stream()
            .iterator()
        : Stream.<CallFailure>empty().iterator();
  }
}
