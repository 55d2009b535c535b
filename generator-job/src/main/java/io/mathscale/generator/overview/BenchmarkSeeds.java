package io.mathscale.generator.overview;

import java.util.List;

/**
 * Rows that ask a question of the benchmark.
 *
 * @param benchmark what the user knows the benchmark by; empty where none is configured
 * @param questions distinct questions of the benchmark
 * @param warning what to tell of its rows without a question; empty where there are none
 * @param isKeptOut whether such rows are rejected
 * @param rows how many there are; seeds, where they are not rejected
 * @param examples some of their questions
 */
public record BenchmarkSeeds(
    String benchmark,
    long questions,
    String warning,
    boolean isKeptOut,
    long rows,
    List<String> examples) {
  /** Keeps a copy of the examples. */
  public BenchmarkSeeds {
    examples = List.copyOf(examples);
  }
}
