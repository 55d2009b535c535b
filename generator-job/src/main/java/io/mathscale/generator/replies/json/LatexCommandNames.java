package io.mathscale.generator.replies.json;

import io.mathscale.generator.replies.text.Phrases;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** The names of LaTeX commands, from {@code commands.txt}. */
final class LatexCommandNames {
  private static final Set<String> NAMES = names();

  /** Commands whose letters after the n are a word, so that a line end may stand before it. */
  private static final Set<String> WORDS_IN_LINES =
      Set.of("nparallel", "nmid", "nless", "ne", "ni", "nu", "norm", "napprox", "nequiv");

  private LatexCommandNames() {}

  /** Whether a command has the name. */
  static boolean contains(String name) {
    return NAMES.contains(name);
  }

  /** Whether the name may also be a line end before a word. */
  static boolean mayBeLineEnd(String name) {
    return WORDS_IN_LINES.contains(name);
  }

  private static Set<String> names() {
    Set<String> names = new HashSet<>();
    for (String line : Phrases.lines(LatexCommandNames.class, "commands.txt")) {
      names.addAll(Arrays.asList(line.split(" ")));
    }

    return names;
  }
}
