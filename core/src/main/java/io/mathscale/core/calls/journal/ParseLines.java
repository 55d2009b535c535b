package io.mathscale.core.calls.journal;

import java.util.Iterator;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.util.LongAccumulator;

/**
 * The entries of a journal's lines; a line torn by the death of its writer is none.
 *
 * @param failures counts the failures among them; a task that is run twice counts twice
 * @param openCharges counts the open charges among them in the same way
 */
record ParseLines(LongAccumulator failures, LongAccumulator openCharges)
    implements FlatMapFunction<String, JournalEntry> {
  @Override
  public Iterator<JournalEntry> call(String line) {
    return JournalEntry.ofLine(line).stream().peek(this::count).iterator();
  }

  private void count(JournalEntry entry) {
    if (entry.failure() != null) {
      failures.add(1);
    }

    if (!entry.isEnd()) {
      openCharges.add(1);
    }
  }
}
