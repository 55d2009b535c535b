package io.mathscale.generator.near;

import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;

/**
 * Leaves out, of the rows of one template in their order of preference, those beyond a number.
 *
 * @param rows how many may stay, at least 1
 */
record CapTemplate(int rows) implements FlatMapGroupsFunction<Long, Compared, Compared> {
  @Override
  public Iterator<Compared> call(Long template, Iterator<Compared> sorted) {
    Compared first = sorted.next();
    for (int stayed = 1; stayed < rows && sorted.hasNext(); stayed++) {
      sorted.next();
    }

    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(sorted, Spliterator.ORDERED), false)
        .map(row -> row.withoutPlace(first))
        .iterator();
  }
}
