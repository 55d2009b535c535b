package io.mathscale.generator.replies.pairs;

import io.mathscale.generator.replies.headings.Heading;
import io.mathscale.generator.replies.headings.PartKind;
import java.util.List;

/** Takes headings for what they mean beside the others of a reply. */
final class AssumedHeadings {
  private AssumedHeadings() {}

  /**
   * "A:" is an answer after "Q:" only, elsewhere it is an option; "Instruction:" and "Response:"
   * are question and solution where nothing else is.
   */
  static List<Heading> of(List<Heading> headings) {
    boolean hasQ = headings.stream().anyMatch(heading -> heading.head().equals("q"));
    List<Heading> own =
        headings.stream().filter(heading -> hasQ || !heading.head().equals("a")).toList();
    boolean isAsked = own.stream().anyMatch(heading -> heading.kind() == PartKind.QUESTION);
    boolean isSolved = own.stream().anyMatch(heading -> heading.kind().isSolving());
    boolean isWorked =
        own.stream()
            .anyMatch(
                heading ->
                    heading.kind() == PartKind.SOLUTION || heading.kind() == PartKind.EXPLANATION);
    int first =
        own.stream()
            .filter(heading -> heading.kind() == PartKind.QUESTION)
            .mapToInt(Heading::start)
            .findFirst()
            .orElse(Integer.MAX_VALUE);
    return own.stream()
        .map(
            heading ->
                !isWorked && heading.kind() == PartKind.THOUGHT && heading.start() > first
                    ? heading.of(PartKind.EXPLANATION)
                    : assumed(heading, isAsked, isSolved))
        .toList();
  }

  private static Heading assumed(Heading heading, boolean isAsked, boolean isSolved) {
    if (!isSolved && heading.kind() == PartKind.REPLY) {
      return heading.of(PartKind.SOLUTION);
    }

    boolean isQuestion = !isAsked && !isSolved && heading.kind() == PartKind.RUN_ON;
    return isQuestion ? heading.of(PartKind.QUESTION) : heading;
  }
}
