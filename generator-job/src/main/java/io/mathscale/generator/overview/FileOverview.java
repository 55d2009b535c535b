package io.mathscale.generator.overview;

import io.mathscale.core.data.SeedQuestion;
import io.mathscale.generator.seeds.SeedFile;
import java.util.List;

/**
 * What a file of seeds holds.
 *
 * @param path the whole path of the file
 * @param layouts the layouts of its rows, the most frequent first
 * @param rows its rows
 * @param seeds the rows that become seeds
 * @param workedSolutions seeds with a worked solution
 * @param otherAnswers seeds to which other rows give answers that are not equal
 * @param rejections why the other rows become none, the most frequent cause first
 * @param questions lengths of the questions
 * @param answers lengths of the answers
 * @param solutions lengths of the solutions
 * @param first the first seeds, as they are used
 */
public record FileOverview(
    String path,
    List<SeedFile.LayoutUse> layouts,
    long rows,
    long seeds,
    long workedSolutions,
    long otherAnswers,
    List<SeedFile.Rejection> rejections,
    TextLengths questions,
    TextLengths answers,
    TextLengths solutions,
    List<SeedQuestion> first) {
  /** Keeps copies of the lists. */
  public FileOverview {
    layouts = List.copyOf(layouts);
    rejections = List.copyOf(rejections);
    first = List.copyOf(first);
  }
}
