package io.mathscale.generator.decontaminate;

import io.mathscale.core.data.ContaminationMethod;
import java.util.Comparator;

/**
 * A problem of the benchmark that a row asks.
 *
 * @param problem id of the problem, or its place in the file
 * @param benchmark the file, or the table, that it stands in
 * @param method in what row and problem are alike
 * @param edits words put in, left out or exchanged
 * @param tokens tokens of the problem's question
 * @param text tokens of the row that are like it, with a space between each two
 * @param question the problem's question
 */
public record Leak(
    String problem,
    String benchmark,
    ContaminationMethod method,
    int edits,
    int tokens,
    String text,
    String question) {
  /** The one most like the row comes first. */
  public static final Comparator<Leak> BEST_FIRST =
      Comparator.comparing(Leak::method)
          .thenComparing(Comparator.comparingDouble(Leak::score).reversed())
          .thenComparing(Leak::benchmark)
          .thenComparing(Leak::problem)
          .thenComparing(Leak::text);

  /** Share of the problem's tokens that are unchanged. */
  public double score() {
    return tokens == 0 ? 1 : Math.max(0, 1 - (double) edits / tokens);
  }
}
