package io.mathscale.generator.replies.headings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the tags that part a reply: {@code <question>…</question>}, {@code [problem]…[/problem]}
 * and {@code \begin{solution}…\end{solution}}. What stands in a tag that is closed is not looked
 * at.
 */
final class TagHeadings {
  private static final int LONGEST_NAME = 40;

  /** Of more tags than these none is looked at for what is inside. */
  private static final int MOST_WRAPPERS = 3;

  private record Tag(
      String name, PartKind kind, boolean closes, boolean isSquare, int start, int end) {}

  private TagHeadings() {}

  static List<Heading> in(String text) {
    List<Tag> tags = tags(text);
    Map<String, List<Integer>> ends = new HashMap<>();
    for (Tag tag : tags) {
      if (tag.closes()) {
        ends.computeIfAbsent(tag.name(), name -> new ArrayList<>()).add(tag.start());
      }
    }

    List<Heading> headings = new ArrayList<>();
    Map<String, Integer> opened = new HashMap<>();
    int inside = -1;
    int wrappers = 0;
    for (Tag tag : tags) {
      if (tag.start() < inside) {
        continue;
      }

      if (tag.closes()) {
        headings.add(Heading.end(tag.start(), tag.end(), opened.getOrDefault(tag.name(), -1)));
        continue;
      }

      int end = firstAfter(ends.getOrDefault(tag.name(), List.of()), tag.end());
      if (end >= 0 && wrappers < MOST_WRAPPERS && isWrapper(text, tags, tag, end)) {
        wrappers++; // What is inside counts, as if the tag were not there.
        continue;
      }

      // [Question] alone is a heading of its line.
      boolean isTag = end >= 0 || (!tag.isSquare() && tag.kind() != PartKind.ANSWER);
      if (isTag) {
        opened.put(tag.name(), tag.start());
        headings.add(
            new Heading(tag.kind(), tag.start(), tag.end(), 0, Novelty.NONE, true, tag.name()));
        inside = tag.kind() == PartKind.EXAMPLE ? inside : Math.max(inside, end);
      }
    }

    return headings;
  }

  /** Whether a tag, whatever it is called, begins with a question and holds its solution, too. */
  private static boolean isWrapper(String text, List<Tag> tags, Tag tag, int end) {
    int first = tag.end();
    while (first < end && Character.isWhitespace(text.charAt(first))) {
      first++;
    }

    if (tag.isSquare() || tag.kind() == PartKind.THOUGHT || tag.kind() == PartKind.EXAMPLE) {
      return false;
    }

    boolean isAsked = false;
    boolean isSolved = false;
    for (Tag inner : tags) {
      boolean isInside = inner.start() >= first && inner.start() < end && !inner.closes();
      isAsked |= isInside && inner.start() == first && inner.kind() == PartKind.QUESTION;
      isSolved |= isInside && inner.kind().isSolving();
    }

    return (isAsked && isSolved) || beginsWithPair(text, first, end);
  }

  /** Whether the heading of a question stands here, and below it one of a solution. */
  private static boolean beginsWithPair(String text, int from, int to) {
    boolean isAsked = false;
    for (int start = from; start < to; ) {
      int newline = text.indexOf('\n', start);
      int end = newline < 0 || newline > to ? to : newline;
      Optional<PartKind> kind = Headings.ofLine(text, start, end).map(Heading::kind);
      isAsked |= start == from && kind.filter(found -> found == PartKind.QUESTION).isPresent();
      if (!isAsked || kind.filter(PartKind::isSolving).isPresent()) {
        return isAsked;
      }

      start = end + 1;
    }

    return false;
  }

  /** Behind the tag with which a line begins, whatever it is called; else the line's beginning. */
  static int behindTag(String text, int start, int lineEnd) {
    int open = start;
    while (open < lineEnd && Character.isWhitespace(text.charAt(open))) {
      open++;
    }

    int at = open + 1;
    int most = Math.min(lineEnd, open + LONGEST_NAME);
    while (at < most && (Character.isLetter(text.charAt(at)) || text.charAt(at) == '_')) {
      at++;
    }

    boolean isTag =
        open < lineEnd && text.charAt(open) == '<' && at < most && text.charAt(at) == '>';
    return isTag ? at + 1 : start;
  }

  private static int firstAfter(List<Integer> positions, int from) {
    int low = 0;
    int high = positions.size();
    while (low < high) {
      int middle = (low + high) / 2;
      if (positions.get(middle) < from) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }

    return low < positions.size() ? positions.get(low) : -1;
  }

  private static List<Tag> tags(String text) {
    List<Tag> tags = new ArrayList<>();
    for (int at = 0; at < text.length(); at++) {
      Tag tag = tag(text, at);
      if (tag != null) {
        tags.add(tag);
        at = tag.end() - 1;
      }
    }

    return tags;
  }

  private static Tag tag(String text, int at) {
    char c = text.charAt(at);
    if (c == '<') {
      return named(text, at, at + 1, '>');
    }

    if (c == '[') {
      return named(text, at, at + 1, ']');
    }

    if (c != '\\') {
      return null;
    }

    boolean closes = text.startsWith("\\end{", at);
    if (!closes && !text.startsWith("\\begin{", at)) {
      return null;
    }

    Tag tag = named(text, at, text.indexOf('{', at) + 1, '}');
    return tag == null ? null : new Tag(tag.name(), tag.kind(), closes, false, at, tag.end());
  }

  private static Tag named(String text, int start, int from, char close) {
    boolean closes = from < text.length() && text.charAt(from) == '/';
    int nameStart = closes ? from + 1 : from;
    int most = Math.min(text.length(), nameStart + LONGEST_NAME);
    int nameEnd = -1;
    for (int at = nameStart; at < most; at++) {
      char c = text.charAt(at);
      if (c == close) {
        int end = nameEnd < 0 ? at : nameEnd;
        int tagEnd = at + 1;
        String name = text.substring(nameStart, end).toLowerCase(Locale.ROOT);
        Optional<PartKind> kind = name.length() < 2 ? Optional.empty() : Headings.ofKey(name);
        return kind.map(known -> new Tag(name, known, closes, close == ']', start, tagEnd))
            .orElse(null);
      }

      if (c == ' ' && nameEnd < 0) {
        // Attributes need a sign of equality: <the new question> has none.
        if (close != '>' || text.substring(at, most).indexOf('=') < 0) {
          return null;
        }

        nameEnd = at;
      } else if (nameEnd < 0 && !Character.isLetterOrDigit(c) && "_-:*".indexOf(c) < 0) {
        return null;
      } else if (c == '\n' || c == '<') {
        return null;
      }
    }

    return null;
  }
}
