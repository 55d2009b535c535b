package io.mathscale.generator.replies.pairs;

import io.mathscale.generator.replies.headings.Heading;
import io.mathscale.generator.replies.headings.Headings;
import io.mathscale.generator.replies.headings.Novelty;
import io.mathscale.generator.replies.headings.PartKind;
import java.util.List;
import java.util.Optional;

/** Finds a pair whose heading of the solution stands in the middle of a line. */
final class InlinePairs {
  /** No heading is looked for in what is longer. */
  private static final int LONGEST_HEADING = 60;

  private InlinePairs() {}

  static List<PairParts> in(String text) {
    for (int at = 1; at < text.length(); at++) {
      boolean mayBegin = mayBegin(text, at);
      Optional<Heading> heading = mayBegin ? heading(text, at) : Optional.empty();
      if (heading.isPresent()) {
        String before = text.substring(0, at);
        Optional<Heading> first = question(before);
        String asked =
            first.map(found -> before.substring(found.content())).orElse(LeadIn.dropped(before));
        return asked.isBlank()
            ? List.of()
            : List.of(
                new PairParts(
                    asked,
                    text.substring(heading.get().content()),
                    "",
                    0,
                    text.length(),
                    Novelty.NONE,
                    false));
      }
    }

    return List.of();
  }

  /** After the end of a sentence, and before a letter or a mark. */
  private static boolean mayBegin(String text, int at) {
    char c = text.charAt(at);
    char before = text.charAt(at - 1);
    boolean isLetter =
        Character.isUpperCase(c)
            || c == '*'
            || c == '【'
            || c == '['
            || c == '#'
            || (c > '\u2E80' && Character.isLetter(c));
    if (!isLetter || (!Character.isWhitespace(before) && "。？！?".indexOf(before) < 0)) {
      return false;
    }

    int last = at - 1;
    while (last > 0 && Character.isWhitespace(text.charAt(last)) && at - last < 10) {
      last--;
    }

    return ".?!。？！$)*:\"]".indexOf(text.charAt(last)) >= 0 || "*【[#".indexOf(c) >= 0;
  }

  private static Optional<Heading> heading(String text, int at) {
    int end = Math.min(text.length(), at + LONGEST_HEADING);
    int colon = -1;
    for (int i = at; i < end && colon < 0; i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        return Optional.empty();
      }

      colon = c == ':' || c == '：' || c == '】' ? i : -1;
    }

    if (colon < 0) {
      return Optional.empty();
    }

    return Headings.ofLine(text, at, Math.min(text.length(), end + LONGEST_HEADING))
        .filter(found -> found.kind().isSolving() && !found.head().equals("a"));
  }

  private static Optional<Heading> question(String text) {
    int from = 0;
    while (from < text.length()) {
      int newline = text.indexOf('\n', from);
      int end = newline < 0 ? text.length() : newline;
      Optional<Heading> found =
          Headings.ofLine(text, from, end).filter(heading -> heading.kind() == PartKind.QUESTION);
      if (found.isPresent()) {
        return found;
      }

      from = end + 1;
    }

    return Optional.empty();
  }
}
