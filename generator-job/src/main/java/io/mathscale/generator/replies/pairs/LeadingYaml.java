package io.mathscale.generator.replies.pairs;

import io.mathscale.generator.replies.headings.Headings;
import io.mathscale.generator.replies.headings.PartKind;
import java.util.Optional;

/** Drops the front matter of a page: YAML between two rules. */
final class LeadingYaml {
  private static final String RULE = "---";
  private static final int MOST_LINES = 40;

  private LeadingYaml() {}

  /** The text without it; as it is where a part of the pair stands in the block. */
  static String dropped(String text) {
    int first = text.indexOf('\n');
    if (first < 0 || !text.substring(0, first).strip().equals(RULE)) {
      return text;
    }

    int at = first + 1;
    for (int i = 0; i < MOST_LINES && at < text.length(); i++) {
      int newline = text.indexOf('\n', at);
      int end = newline < 0 ? text.length() : newline;
      String line = text.substring(at, end).stripTrailing();
      if (line.equals(RULE)) {
        return i == 0 ? text : text.substring(end);
      }

      if (!isField(line)) {
        return text;
      }

      at = end + 1;
    }

    return text;
  }

  /** {@code title: "Coins"}, an item of a list, or a line that goes on. */
  private static boolean isField(String line) {
    int colon = line.indexOf(':');
    boolean goesOn = line.startsWith(" ") || line.startsWith("- ");
    boolean isKey =
        colon > 0
            && line.substring(0, colon)
                .chars()
                .allMatch(c -> Character.isLetter(c) || c == '_' || c == '-' || c == ' ');
    Optional<PartKind> kind = isKey ? Headings.ofKey(line.substring(0, colon)) : Optional.empty();
    boolean isPart =
        kind.filter(found -> found == PartKind.QUESTION || found.isSolving()).isPresent();
    return (goesOn || isKey) && !isPart;
  }
}
