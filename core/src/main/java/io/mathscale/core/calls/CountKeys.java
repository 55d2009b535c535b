package io.mathscale.core.calls;

import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;

/** Counts the different keys of a partition, in which equal keys come one after the other. */
final class CountKeys implements FlatMapFunction<Iterator<Call>, Long> {
  private static final long serialVersionUID = 1L;

  @Override
  public Iterator<Long> call(Iterator<Call> calls) {
    long count = 0;
    String last = "";
    while (calls.hasNext()) {
      String key = calls.next().key();
      count += key.equals(last) ? 0 : 1;
      last = key;
    }

    return List.of(count).iterator();
  }
}
