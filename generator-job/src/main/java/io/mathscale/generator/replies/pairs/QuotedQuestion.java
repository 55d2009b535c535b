package io.mathscale.generator.replies.pairs;

import io.mathscale.generator.replies.headings.Headings;
import io.mathscale.generator.replies.headings.Novelty;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a pair without headings: the question is the only quoted block, or stands between two
 * rules; the solution follows.
 */
final class QuotedQuestion {
  private static final Pattern RULE = Pattern.compile("\\n(?:-{3,}|\\*{3,}|_{3,}) *\\n");
  private static final int LONGEST = 4_000;

  private QuotedQuestion() {}

  /** The pair; none where the block asks nothing, or no box follows it. */
  static List<PairParts> in(String text) {
    List<PairParts> quoted = inQuote(text);
    return quoted.isEmpty() ? betweenRules(text) : quoted;
  }

  private static List<PairParts> betweenRules(String text) {
    Matcher rules = RULE.matcher(text);
    if (!rules.find()) {
      return List.of();
    }

    int start = rules.end();
    if (!rules.find(start - 1) || rules.start() < start || rules.start() - start > LONGEST) {
      return List.of();
    }

    String asked = text.substring(start, rules.start());
    String solution = text.substring(rules.end());
    return Headings.hasAsk(asked) && !asked.contains("\\boxed") && solution.contains("\\boxed")
        ? List.of(new PairParts(asked, solution, "", start, text.length(), Novelty.NONE, false))
        : List.of();
  }

  private static List<PairParts> inQuote(String text) {
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
        ? List.of(new PairParts(asked, solution, "", start, text.length(), Novelty.NONE, false))
        : List.of();
  }
}
