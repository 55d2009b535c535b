package io.mathscale.generator.overview;

import java.util.List;

/**
 * What is known of seeds before they cost anything.
 *
 * @param seeds seeds of all files, no more than {@code seeds.limit}
 * @param workedSolutions those with a worked solution, which may be examples
 * @param warning what to know of the examples that prompts show; empty where there are enough
 * @param files file by file
 * @param equal seeds that are equal but for typography
 * @param sameTemplate seeds that are equal but for their numbers
 * @param inBenchmark rows that ask a question of the benchmark
 */
public record SeedOverview(
    long seeds,
    long workedSolutions,
    String warning,
    List<FileOverview> files,
    AlikeSeeds equal,
    AlikeSeeds sameTemplate,
    BenchmarkSeeds inBenchmark) {
  /** Keeps a copy of the files. */
  public SeedOverview {
    files = List.copyOf(files);
  }
}
