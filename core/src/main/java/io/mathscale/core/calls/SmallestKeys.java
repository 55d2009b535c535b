package io.mathscale.core.calls;

import java.util.Iterator;
import java.util.TreeMap;
import org.apache.spark.api.java.function.MapPartitionsFunction;

/**
 * The calls of a partition with the smallest keys, one of each key: a random choice, since keys are
 * hashes, and the same one each time.
 *
 * @param count how many of them
 */
record SmallestKeys(int count) implements MapPartitionsFunction<Call, Call> {
  @Override
  public Iterator<Call> call(Iterator<Call> calls) {
    TreeMap<String, Call> smallest = new TreeMap<>();
    while (calls.hasNext()) {
      Call call = calls.next();
      smallest.putIfAbsent(call.key(), call);
      if (smallest.size() > count) {
        smallest.pollLastEntry();
      }
    }

    return smallest.values().iterator();
  }
}
