package io.mathscale.generator.seeds;

import io.mathscale.core.data.RejectionReason;
import java.util.List;

/**
 * What was read out of a file of seeds.
 *
 * @param path the whole path of the file
 * @param layouts the layouts of its rows, the most frequent first; none where no row has fields
 * @param rejections why rows became no seeds, the most frequent cause first
 */
public record SeedFile(String path, List<LayoutUse> layouts, List<Rejection> rejections) {
  /** Keeps copies of the lists. */
  public SeedFile {
    layouts = List.copyOf(layouts);
    rejections = List.copyOf(rejections);
  }

  /** The rows that became seeds. */
  public long seeds() {
    return layouts.stream().mapToLong(LayoutUse::seeds).sum();
  }

  /** The seeds to which other rows give answers that are not equal. */
  public long withOtherAnswers() {
    return layouts.stream().mapToLong(LayoutUse::withOtherAnswers).sum();
  }

  /** The rows that became none; a file, or the rest of one, that cannot be read counts as one. */
  public long rejected() {
    return rejections.stream().mapToLong(Rejection::rows).sum();
  }

  /** All rows. */
  public long rows() {
    return seeds() + rejected();
  }

  /**
   * The rows of one layout in the file.
   *
   * @param layout what it is called; {@code seeds.fields} where the configuration names the fields
   * @param fields the fields that were read, such as {@code question=problem}; where rows differ,
   *     those of any
   * @param rows the rows in this layout, rejected ones with them
   * @param seeds those that became seeds
   * @param withSolution those that have a worked solution
   * @param withOtherAnswers those to which other rows give answers that are not equal
   */
  public record LayoutUse(
      String layout,
      String fields,
      long rows,
      long seeds,
      long withSolution,
      long withOtherAnswers) {}

  /**
   * Rows that were rejected for one reason.
   *
   * @param reason why
   * @param rows how many
   * @param example the first of them, for people: its place in the file, and what is wrong with it
   */
  public record Rejection(RejectionReason reason, long rows, String example) {}
}
