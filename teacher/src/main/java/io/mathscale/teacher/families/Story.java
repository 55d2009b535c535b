package io.mathscale.teacher.families;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One problem out of situations, each of which goes on with what is wanted of the one before.
 *
 * @param parts the situations
 * @param whole the question that also tells the last situation, empty if the last situation is told
 *     in its own words
 * @param imperative true to ask with "find", false to ask "what is"
 */
record Story(List<StoryPart> parts, Optional<ProblemText> whole, boolean imperative) {
  /** How a question begins that is none of the other questions of a quantity. */
  static final String WHAT_IS = "What is ";

  /** The same as an order. */
  static final String FIND = "Find ";

  Story {
    parts = List.copyOf(parts);
  }

  /** Returns the story as a problem with its solution. */
  PosedProblem problem() {
    return solved(question(), last().answer());
  }

  /** Returns a question with these steps as its solution, of which the last comes to an answer. */
  PosedProblem solved(String question, String answer) {
    Stream<String> before =
        parts.subList(0, parts.size() - 1).stream().map(part -> part.steps(part.answer()));
    Stream<String> steps = Stream.concat(before, Stream.of(last().steps(answer)));
    return PosedProblem.concluded(question, steps.collect(Collectors.joining("\n")), answer);
  }

  /** Returns the question. */
  String question() {
    String told =
        (whole.isEmpty() ? parts : parts.subList(0, parts.size() - 1))
            .stream().map(StoryPart::told).collect(Collectors.joining(" "));
    return (told + " " + whole.map(text -> text.fill(last().setting())).orElseGet(this::asked))
        .strip();
  }

  private String asked() {
    String wanted = last().phrase() + last().measure().unit();
    return imperative ? FIND + wanted + "." : WHAT_IS + wanted + "?";
  }

  /** Returns the part that the question asks about. */
  StoryPart last() {
    return parts.get(parts.size() - 1);
  }
}
