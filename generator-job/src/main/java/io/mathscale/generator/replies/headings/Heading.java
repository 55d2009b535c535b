package io.mathscale.generator.replies.headings;

/**
 * A heading in a text.
 *
 * @param kind what stands under it
 * @param start where it begins
 * @param content where the text under it begins
 * @param number its number, 0 if it has none
 * @param novelty what its words tell about the text
 * @param isMarked whether marks set it apart: Markdown, brackets, a tag
 * @param head the word that makes it a heading; empty for an end
 * @param begun of an end, where what it ends began; −1 if that is not known, and of no end
 */
public record Heading(
    PartKind kind,
    int start,
    int content,
    int number,
    Novelty novelty,
    boolean isMarked,
    String head,
    int begun) {

  /** A heading that ends nothing. */
  Heading(
      PartKind kind,
      int start,
      int content,
      int number,
      Novelty novelty,
      boolean isMarked,
      String head) {
    this(kind, start, content, number, novelty, isMarked, head, -1);
  }

  /** The same with another kind of text under it. */
  public Heading of(PartKind other) {
    return new Heading(other, start, content, number, novelty, isMarked, head, begun);
  }

  static Heading end(int start, int content, int begun) {
    return new Heading(PartKind.END, start, content, 0, Novelty.NONE, true, "", begun);
  }
}
