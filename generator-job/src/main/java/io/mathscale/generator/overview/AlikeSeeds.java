package io.mathscale.generator.overview;

import java.util.List;

/**
 * Groups of seeds that are alike.
 *
 * @param groups how many groups there are
 * @param seeds how many seeds are in them
 * @param examples two questions of each of the largest groups
 */
public record AlikeSeeds(long groups, long seeds, List<Pair> examples) {
  /** Keeps a copy of the examples. */
  public AlikeSeeds {
    examples = List.copyOf(examples);
  }

  /**
   * Two questions that are alike.
   *
   * @param seeds how many seeds are in their group
   * @param one a question
   * @param other another
   */
  public record Pair(long seeds, String one, String other) {}
}
