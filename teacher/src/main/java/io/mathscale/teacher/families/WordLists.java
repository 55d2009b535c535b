package io.mathscale.teacher.families;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The words that make problems of a family differ, by the slot that takes them: {@code words.txt}.
 */
final class WordLists {
  private static final Map<String, List<String>> BY_SLOT =
      BundledText.lines(WordLists.class, "words.txt").stream()
          .map(line -> line.split(": ", 2))
          .collect(Collectors.toMap(line -> line[0], line -> List.of(line[1].split(", ", -1))));

  private WordLists() {}

  /** Returns true if the slot takes a word. */
  static boolean has(String slot) {
    return BY_SLOT.containsKey(slot);
  }

  /** Returns the words that the slot takes. */
  static List<String> of(String slot) {
    return BY_SLOT.get(slot);
  }
}
