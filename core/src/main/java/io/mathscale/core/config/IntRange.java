package io.mathscale.core.config;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.io.Serializable;
import java.util.List;

/**
 * Whole numbers from one to another, both included; written {@code [from, to]}.
 *
 * @param from the least
 * @param to the greatest
 */
public record IntRange(int from, int to) implements Serializable {
  public IntRange {
    if (from < 0 || to < from) {
      throw new IllegalArgumentException(
          "must be [from, to] with 0 <= from <= to: [%d, %d]".formatted(from, to));
    }
  }

  /** How many numbers there are. */
  public int size() {
    return to - from + 1;
  }

  @JsonCreator
  static IntRange of(List<Integer> bounds) {
    if (bounds.size() != 2) {
      throw new IllegalArgumentException("must be [from, to]: " + bounds);
    }

    return new IntRange(bounds.get(0), bounds.get(1));
  }

  @JsonValue
  List<Integer> bounds() {
    return List.of(from, to);
  }
}
