package io.mathscale.graph.network;

import io.mathscale.graph.concepts.NameNumbers;
import io.mathscale.graph.concepts.SeedNames;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;

/**
 * Finds the pairs of concepts in seeds, from both of their ends. Pairs of many seeds are added up
 * before they are sent to other tasks, as far as a task has room for them.
 */
final class FindArcs implements MapPartitionsFunction<SeedNames, Arc> {
  private static final long serialVersionUID = 1L;

  /** Distinct arcs that a task has room for: about 50 MB. */
  private static final int ROOM = 500_000;

  private final Broadcast<NameNumbers> numbers;

  FindArcs(Broadcast<NameNumbers> numbers) {
    this.numbers = numbers;
  }

  @Override
  public Iterator<Arc> call(Iterator<SeedNames> seeds) {
    return new Sums(seeds, numbers.value());
  }

  /** Sums of as many seeds as there is room for, and then of the next ones. */
  private static final class Sums implements Iterator<Arc> {
    private final Iterator<SeedNames> seeds;
    private final NameNumbers numbers;
    private Iterator<Map.Entry<Long, Integer>> sums = Collections.emptyIterator();

    Sums(Iterator<SeedNames> seeds, NameNumbers numbers) {
      this.seeds = seeds;
      this.numbers = numbers;
    }

    @Override
    public boolean hasNext() {
      while (!sums.hasNext() && seeds.hasNext()) {
        Map<Long, Integer> next = new HashMap<>();
        while (seeds.hasNext() && next.size() < ROOM) {
          add(numbers.of(seeds.next()), next);
        }

        sums = next.entrySet().iterator();
      }

      return sums.hasNext();
    }

    private static void add(int[] concepts, Map<Long, Integer> sums) {
      for (int source : concepts) {
        for (int target : concepts) {
          if (source != target) {
            sums.merge(((long) source << Integer.SIZE) | target, 1, Integer::sum);
          }
        }
      }
    }

    @Override
    public Arc next() {
      Map.Entry<Long, Integer> sum = sums.next();
      long ends = sum.getKey();
      return new Arc((int) (ends >>> Integer.SIZE), (int) ends, sum.getValue());
    }
  }
}
