package io.mathscale.core.calls;

import io.mathscale.core.data.Completion;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.FlatMapFunction;

/** The completions of a journal's lines; a line torn by the death of its writer is none. */
final class CompletionLines implements FlatMapFunction<String, Completion> {
  private static final long serialVersionUID = 1L;

  @Override
  public Iterator<Completion> call(String line) {
    return JournalEntry.isFailureLine(line)
        ? Stream.<Completion>empty().iterator()
        : JournalEntry.ofLine(line)
            .flatMap(entry -> Optional.ofNullable(entry.completion()))
            .stream()
            .iterator();
  }
}
