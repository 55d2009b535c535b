package io.mathscale.generator.replies.pairs;

import io.mathscale.generator.replies.headings.Headings;
import io.mathscale.generator.replies.headings.Novelty;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Parts a question from its solution where no heading does: before the first step. */
final class UnheadedSolution {
  /** How solutions begin. */
  private static final List<String> STEPS =
      List.of(
          "step 1",
          "step one",
          "to solve",
          "let's solve",
          "let us solve",
          "we can solve",
          "we start by",
          "we begin by",
          "to find",
          "first, we",
          "to determine",
          "首先",
          "解");

  /** {@code ## Step 2: …} */
  private static final Pattern STEP = Pattern.compile("step \\d");

  private UnheadedSolution() {}

  /** The pair; without a solution where none is found. */
  static PairParts parted(String text, Novelty novelty) {
    int start = stepsStart(text);
    if (start < 0 && new StatedPlaces(text).hasBetween(0, text.length())) {
      start = paragraphAfterAsk(text);
    }

    return start < 0
        ? new PairParts(text, "", "", 0, text.length(), novelty, false)
        : new PairParts(
            text.substring(0, start), text.substring(start), "", 0, text.length(), novelty, false);
  }

  /** Where the line of a first step begins, after something was asked; else −1. */
  static int stepsStart(String text) {
    for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
      int letters = at;
      while (letters < text.length()
          && !Character.isLetter(text.charAt(letters))
          && letters - at < 10) {
        letters++;
      }

      String start =
          text.substring(letters, Math.min(text.length(), letters + 20)).toLowerCase(Locale.ROOT);
      boolean isStep = text.startsWith("#", at + 1) && STEP.matcher(start).lookingAt();
      if (isStep || STEPS.stream().anyMatch(start::startsWith)) {
        return Headings.hasAsk(text.substring(0, at)) ? at + 1 : -1;
      }
    }

    return -1;
  }

  /** Where the blank line begins that follows a mark of question; else −1. */
  private static int paragraphAfterAsk(String text) {
    for (int at = 0; at < text.length(); at++) {
      if (text.charAt(at) == '?' || text.charAt(at) == '？') {
        int next = at + 1;
        int lines = 0;
        while (next < text.length()
            && !Character.isLetterOrDigit(text.charAt(next))
            && "$\\(".indexOf(text.charAt(next)) < 0) {
          lines += text.charAt(next) == '\n' ? 1 : 0;
          next++;
        }

        if (lines >= 2 && next < text.length()) {
          return at + 1;
        }

        at = Math.max(at, next - 1);
      }
    }

    return -1;
  }
}
