package io.mathscale.teacher.families;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;

/** Draws numbers and words for a problem. */
final class Draw {
  private final RandomGenerator random;

  Draw(RandomGenerator random) {
    this.random = random;
  }

  /** Returns a whole number from {@code low} to {@code high}, both included. */
  long between(long low, long high) {
    return random.nextLong(low, high + 1);
  }

  /** Returns a whole number from {@code low} to {@code high}, both included, but never 0. */
  long nonZero(long low, long high) {
    long drawn = between(low, high - 1);

    return drawn >= 0 ? drawn + 1 : drawn;
  }

  /**
   * Returns a whole number from {@code low} to {@code high}, both included, that is not {@code
   * other}.
   */
  long otherThan(long other, long low, long high) {
    long drawn = between(low, high - 1);

    return drawn >= other ? drawn + 1 : drawn;
  }

  /** Returns one of the numbers. */
  long oneOf(long... numbers) {
    return numbers[random.nextInt(numbers.length)];
  }

  /** Returns one of the elements. */
  <T> T oneOf(List<T> elements) {
    return elements.get(random.nextInt(elements.size()));
  }

  /**
   * Returns whole numbers from {@code low} to {@code high}, both included, in the slots {@code a},
   * {@code b}, {@code c} and so on.
   */
  Values values(int size, long low, long high) {
    return Values.of(LongStream.generate(() -> between(low, high)).limit(size).toArray());
  }

  /** Returns {@code size} whole numbers from {@code low} to {@code high}, both included. */
  List<Long> numbers(int size, long low, long high) {
    return random.longs(size, low, high + 1).boxed().toList();
  }
}
