package io.mathscale.generator.replies;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds question, solution and final answer under their headings: {@code Question:}, {@code
 * **Problem:**}, {@code ### Solution}, and what else models make of them. Of several pairs the
 * first counts.
 */
final class PairSections {
  private static final String QUESTION = "question|problem(?:\\s+statement)?";
  private static final String SOLUTION = "(?:step[- ]by[- ]step\\s+|worked\\s+)?solution";
  private static final String ANSWER = "(?:final\\s+)?answer";
  private static final String OTHER = "topics?|knowledge\\s+points?|format";

  /** A heading at the beginning of a line. Groups: Markdown before, the kind, what ends it. */
  private static final Pattern HEADING =
      Pattern.compile(
          ("(?m)^[ \\t>]*((?:#{1,6}[ \\t]*)?(?:\\d+[.)][ \\t]*)?[*_]{0,3})[ \\t]*"
                  + "(?:the\\s+)?(?:new\\s+|generated\\s+|created\\s+)?"
                  + "(%s|%s|%s|%s)(?:[ \\t]+\\d+)?[ \\t]*"
                  + "([*_]{0,3}[ \\t]*[:：][*_]{0,3}|[*_]{0,3}[ \\t]*$)")
              .formatted(QUESTION, SOLUTION, ANSWER, OTHER),
          Pattern.CASE_INSENSITIVE);

  /** A heading in the middle of a line, where no line begins with one. */
  private static final Pattern INLINE_SOLUTION =
      Pattern.compile("(?<=[\\s?.!])[*_]{0,3}Solution[*_]{0,3}[ \\t]*:[*_]{0,3}");

  /** What a heading begins. */
  private enum Kind {
    QUESTION,
    SOLUTION,
    ANSWER,
    OTHER
  }

  /** A heading: where it begins and where the text under it does. */
  private record Heading(Kind kind, int start, int end) {}

  private final String text;
  private final List<Heading> headings;

  private PairSections(String text) {
    this.text = text;
    this.headings = headings(text);
  }

  static Optional<PairReply> read(String reply) {
    return new PairSections(reply.replace("\r\n", "\n")).read();
  }

  private static List<Heading> headings(String text) {
    List<Heading> headings = new ArrayList<>();
    Matcher matcher = HEADING.matcher(text);
    while (matcher.find()) {
      boolean hasColon = matcher.group(3).contains(":") || matcher.group(3).contains("：");
      Kind kind = kind(matcher.group(2));
      // "Answer" or "Format" alone in a line is a heading only in Markdown.
      boolean isMarked = !matcher.group(1).isBlank();
      if (hasColon || isMarked || kind == Kind.QUESTION || kind == Kind.SOLUTION) {
        headings.add(new Heading(kind, matcher.start(), matcher.end()));
      }
    }

    return headings;
  }

  private static Kind kind(String words) {
    String lower = words.toLowerCase(Locale.ROOT);
    if (lower.startsWith("question") || lower.startsWith("problem")) {
      return Kind.QUESTION;
    } else if (lower.endsWith("solution")) {
      return Kind.SOLUTION;
    } else {
      return lower.endsWith("answer") ? Kind.ANSWER : Kind.OTHER;
    }
  }

  private Optional<PairReply> read() {
    int question = next(Kind.QUESTION, 0);
    int from = question < 0 ? 0 : headings.get(question).end();
    int solution = next(Kind.SOLUTION, question + 1);
    if (solution < 0) {
      return withoutSolutionHeading(question, from);
    }

    int end = endOfSolution(solution);
    String asked = text.substring(from, headings.get(solution).start());
    String worked = text.substring(headings.get(solution).end(), end);
    return Optional.of(new PairReply(asked, worked, statedAnswer(solution, end)));
  }

  /** The solution stands in the question's line, or is called the answer, or is not there. */
  private Optional<PairReply> withoutSolutionHeading(int question, int from) {
    int answer = next(Kind.ANSWER, question + 1);
    if (answer >= 0) {
      String asked = text.substring(from, headings.get(answer).start());
      String worked = text.substring(headings.get(answer).end(), endOfSolution(answer));
      return Optional.of(new PairReply(asked, worked, ""));
    }

    Matcher inline = INLINE_SOLUTION.matcher(text);
    if (inline.find(from)) {
      String asked = text.substring(from, inline.start());
      return Optional.of(new PairReply(asked, text.substring(inline.end()), ""));
    }

    return question < 0
        ? Optional.empty()
        : Optional.of(new PairReply(text.substring(from), "", ""));
  }

  private int next(Kind kind, int from) {
    for (int i = from; i < headings.size(); i++) {
      if (headings.get(i).kind() == kind) {
        return i;
      }
    }

    return -1;
  }

  /** A solution goes on over headings of answers, up to any other heading. */
  private int endOfSolution(int solution) {
    for (int i = solution + 1; i < headings.size(); i++) {
      Kind kind = headings.get(i).kind();
      if (kind == Kind.QUESTION || kind == Kind.OTHER) {
        return headings.get(i).start();
      }
    }

    return text.length();
  }

  /** The first line under a heading of the answer within the solution; empty if there is none. */
  private String statedAnswer(int solution, int end) {
    int answer = next(Kind.ANSWER, solution + 1);
    if (answer < 0 || headings.get(answer).start() >= end) {
      return "";
    }

    return text.substring(headings.get(answer).end(), end).strip().lines().findFirst().orElse("");
  }
}
