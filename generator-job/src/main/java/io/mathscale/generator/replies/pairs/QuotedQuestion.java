package io.mathscale.generator.replies.pairs;

import io.mathscale.generator.replies.headings.Headings;
import io.mathscale.generator.replies.headings.Novelty;
import java.util.List;

/** Reads a pair without headings: the question is the only quoted block, the solution follows. */
final class QuotedQuestion {
  private QuotedQuestion() {}

  /** The pair; none where the block asks nothing, or no box follows it. */
  static List<PairParts> in(String text) {
    int start = text.startsWith(">") ? 0 : text.indexOf("\n>") + 1;
    if (start == 0 && !text.startsWith(">")) {
      return List.of();
    }

    StringBuilder question = new StringBuilder();
    int at = start;
    while (at < text.length() && text.charAt(at) == '>') {
      int newline = text.indexOf('\n', at);
      int end = newline < 0 ? text.length() : newline;
      question.append(text, at + 1, end).append('\n');
      at = end + 1;
    }

    String asked = question.toString();
    String solution = at < text.length() ? text.substring(at) : "";
    boolean isPair =
        Headings.hasAsk(asked) && solution.contains("\\boxed") && !solution.contains("\n>");
    return isPair
        ? List.of(
            new PairParts(asked, solution, "", start, text.length(), Novelty.NONE, false))
        : List.of();
  }
}
