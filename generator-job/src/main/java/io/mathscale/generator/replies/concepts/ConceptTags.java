package io.mathscale.generator.replies.concepts;

import io.mathscale.generator.replies.headings.Headings;
import io.mathscale.generator.replies.headings.PartKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds concepts in tags: {@code <topics><topic>…</topic></topics>}. */
final class ConceptTags {
  private static final int LONGEST_TAG = 60;

  private ConceptTags() {}

  static Optional<FoundConcepts> in(String text) {
    List<String> topics = new ArrayList<>();
    List<String> points = new ArrayList<>();
    List<String> open = null;
    int from = 0;
    for (int at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
      int end = end(text, at);
      if (end < 0) {
        continue;
      }

      if (open != null) {
        add(text.substring(from, at), open);
      }

      boolean closes = text.charAt(at + 1) == '/';
      Optional<PartKind> kind = kind(text.substring(at + (closes ? 2 : 1), end));
      if (kind.isPresent()) {
        List<String> list = kind.get() == PartKind.POINTS ? points : topics;
        open = closes ? null : list;
      }

      from = end + 1;
    }

    return FoundConcepts.ifAny(topics, points);
  }

  private static Optional<PartKind> kind(String tag) {
    int space = tag.indexOf(' ');
    return Headings.ofKey(space < 0 ? tag : tag.substring(0, space)).filter(PartKind::isConceptual);
  }

  private static int end(String text, int at) {
    int most = Math.min(text.length(), at + LONGEST_TAG);
    boolean isName =
        at + 1 < text.length()
            && (Character.isLetter(text.charAt(at + 1)) || text.charAt(at + 1) == '/');
    for (int end = at + 1; isName && end < most; end++) {
      char c = text.charAt(end);
      if (c == '>') {
        return end;
      }

      if (c == '<' || c == '\n') {
        return -1;
      }
    }

    return -1;
  }

  /** Lines of a list, or names in one line. */
  private static void add(String content, List<String> into) {
    String text = content.strip();
    boolean isList = text.indexOf('\n') >= 0 || ItemName.markEnd(text) > 0;
    if (isList) {
      text.lines().filter(line -> !line.isBlank()).forEach(into::add);
    } else if (!text.isEmpty()) {
      into.addAll(InlineList.names(text));
    }
  }
}
