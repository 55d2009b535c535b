package io.mathscale.generator.replies.headings;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Knows headings in Markdown that talk about the pair in words of their own, such as {@code ### How
 * this problem uses the knowledge points}.
 */
final class AsideLine {
  private static final int LONGEST = 90;

  private static final List<String> WORDS =
      List.of(
          "knowledge point",
          "concepts used",
          "topics",
          "requirements",
          "this problem",
          "this question",
          "the prompt",
          "知识点",
          "考点");

  private AsideLine() {}

  /** The heading, if the line is one. */
  static Optional<Heading> at(String text, int start, int lineEnd) {
    if (lineEnd - start > LONGEST) {
      return Optional.empty();
    }

    String line = text.substring(start, lineEnd).strip();
    String bare = line.endsWith(":") ? line.substring(0, line.length() - 1) : line;
    boolean isBold = bare.startsWith("**") && (bare.endsWith("**") || bare.endsWith(":**"));
    String lower = line.toLowerCase(Locale.ROOT);
    boolean isAside = (isBold || line.startsWith("#")) && WORDS.stream().anyMatch(lower::contains);
    return isAside
        ? Optional.of(new Heading(PartKind.META, start, lineEnd, 0, Novelty.NONE, true, ""))
        : Optional.empty();
  }
}
