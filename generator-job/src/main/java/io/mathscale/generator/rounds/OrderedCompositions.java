package io.mathscale.generator.rounds;

import io.mathscale.core.data.Composition;
import io.mathscale.core.identity.StableHash;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;

/**
 * The places of all compositions in the order in which rounds take them; eight bytes of the
 * driver's memory for each.
 */
public final class OrderedCompositions {
  private final long[] places;

  private OrderedCompositions(long[] places) {
    this.places = places;
  }

  /** The places of these compositions. */
  public static OrderedCompositions of(Dataset<Composition> compositions, long seed) {
    FlatMapFunction<Iterator<String>, long[]> places = ids -> List.of(places(ids, seed)).iterator();
    List<long[]> parts =
        compositions.select("id").as(Encoders.STRING()).toJavaRDD().mapPartitions(places).collect();
    return of(parts.stream().flatMapToLong(Arrays::stream).toArray());
  }

  /** Compositions with these places. */
  static OrderedCompositions of(long... places) {
    long[] sorted = places.clone();
    Arrays.sort(sorted);
    return new OrderedCompositions(sorted);
  }

  private static long[] places(Iterator<String> ids, long seed) {
    long[] places = new long[16];
    int count = 0;
    while (ids.hasNext()) {
      if (count == places.length) {
        places = Arrays.copyOf(places, 2 * count);
      }

      places[count++] = RoundBounds.place(seed, ids.next());
    }

    return Arrays.copyOf(places, count);
  }

  /** How many there are. */
  public int count() {
    return places.length;
  }

  /** What tells them from others: a content id. */
  public String id() {
    return StableHash.contentId(places.length, Arrays.stream(places).sum());
  }

  /** How many are at a place or before it. */
  int upTo(long place) {
    int found = Arrays.binarySearch(places, place);
    int end = found < 0 ? -found - 1 : found + 1;
    while (end < places.length && places[end] == place) {
      end++;
    }

    return end;
  }

  /**
   * The place of one of them.
   *
   * @param number from 1, as the order counts them
   */
  long place(int number) {
    return places[number - 1];
  }
}
