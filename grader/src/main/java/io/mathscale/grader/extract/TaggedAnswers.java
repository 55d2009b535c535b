package io.mathscale.grader.extract;

import java.util.Optional;
import java.util.Set;

/** Finds the answer in tags such as {@code <answer>} and {@code <final_answer>}. */
final class TaggedAnswers {
  private static final Set<String> NAMES =
      Set.of("answer", "answers", "final_answer", "finalanswer", "final", "ans", "box");

  private TaggedAnswers() {}

  /** The content of the last tag that has any; a tag that is never closed ends with the text. */
  static Optional<String> last(String text) {
    return last(text, NAMES);
  }

  /** The content of the last tag of these names. */
  static Optional<String> last(String text, Set<String> names) {
    if (!Tag.mayBeIn(text)) {
      return Optional.empty();
    }
    String found = null;
    int open = -1;
    int count = 0;
    for (int i = Tag.next(text, 0); i < text.length(); i = Tag.next(text, i + 1)) {
      Optional<Tag> tag = Tag.at(text, i).filter(mark -> names.contains(mark.name()));
      if (tag.isEmpty()) {
        continue;
      }
      if (tag.get().closes()) {
        // where the prompt opened the tag, the last line before the mark stands in it
        int from = open < 0 && count == 0 ? lineBefore(text, i) : open;
        if (from >= 0 && holdsAnswer(text.substring(from, i))) {
          found = text.substring(from, i);
        }
        open = -1;
      } else {
        open = tag.get().end();
      }
      count++;
      i = tag.get().end() - 1;
    }
    if (open >= 0) {
      String rest = text.substring(open);
      int cut = rest.lastIndexOf("</");
      rest = cut >= 0 && rest.indexOf('>', cut) < 0 ? rest.substring(0, cut) : rest;
      found = holdsAnswer(rest) ? rest : found;
    }

    return Optional.ofNullable(found).map(String::strip);
  }

  private static int lineBefore(String text, int end) {
    int last = end;
    while (last > 0 && Character.isWhitespace(text.charAt(last - 1))) {
      last--;
    }
    return text.lastIndexOf('\n', Math.max(0, last - 1)) + 1;
  }

  private static boolean holdsAnswer(String content) {
    return !Placeholders.isOne(content);
  }
}
