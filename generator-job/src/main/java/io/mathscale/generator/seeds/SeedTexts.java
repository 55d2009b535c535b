package io.mathscale.generator.seeds;

import io.mathscale.core.data.RejectionReason;
import io.mathscale.core.source.RowException;
import io.mathscale.core.source.layouts.LaidOutProblem;
import java.util.Locale;

/**
 * Checks that the texts of a problem are text: no characters that none has (Unicode category Cc)
 * but tab and line ends, and no halves of characters. In mathematics control characters mostly come
 * from LaTeX whose backslash was read as an escape: {@code \frac} as a form feed and {@code rac}.
 */
final class SeedTexts {
  private SeedTexts() {}

  /**
   * Checks a problem before white space is taken off it, which control characters may be.
   *
   * @param answer its answer, wherever that was found
   * @throws RowException when one of its texts is none
   */
  static void require(LaidOutProblem problem, String answer) throws RowException {
    require("question", problem.question());
    require("answer", answer);
    require("solution", problem.solution());
    require("id", problem.givenId());
    require("dataset", problem.dataset());
    require("source", problem.source());
    require("license", problem.license());
  }

  private static void require(String what, String text) throws RowException {
    int control = firstControl(text);
    if (control >= 0) {
      throw new RowException(
          RejectionReason.CONTROL_BYTES,
          String.format(
              Locale.ROOT,
              "%s must be text: it has a control character, U+%04X, at character %d",
              what,
              (int) text.charAt(control),
              control + 1));
    }

    if (text.codePoints().anyMatch(SeedTexts::isHalf)) {
      throw new RowException(
          RejectionReason.BROKEN_UTF8, what + " must be text: it has half of a character");
    }
  }

  private static boolean isHalf(int codePoint) {
    return Character.MIN_SURROGATE <= codePoint && codePoint <= Character.MAX_SURROGATE;
  }

  private static int firstControl(String text) {
    for (int at = 0; at < text.length(); at++) {
      char next = text.charAt(at);
      if (Character.isISOControl(next) && next != '\t' && next != '\n' && next != '\r') {
        return at;
      }
    }

    return -1;
  }
}
