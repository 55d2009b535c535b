package io.mathscale.teacher.families;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What can be asked about the situation that a family describes.
 *
 * @param name the name, unique in its family
 * @param measure what it measures
 * @param knowledgePoints the concepts and techniques that it takes, the most typical first
 * @param phrase the words for it, which stand in a question
 * @param formula its value, empty if it is no fraction
 * @param text its value in LaTeX where it is no fraction
 * @param step how it is found
 * @param questions other questions that ask for it, each with the whole situation
 */
record Quantity(
    String name,
    Measure measure,
    List<String> knowledgePoints,
    ProblemText phrase,
    Optional<FamilyFormula> formula,
    ProblemText text,
    ProblemText step,
    List<ProblemText> questions) {
  Quantity {
    knowledgePoints = List.copyOf(knowledgePoints);
    questions = List.copyOf(questions);
  }

  /** Returns the texts that tell of it, but for its value. */
  Stream<ProblemText> texts() {
    return Stream.concat(Stream.of(phrase, step), questions.stream());
  }

  /**
   * Returns the value.
   *
   * @throws ArithmeticException if it has none, or none that is a fraction
   */
  Fraction value(Setting setting) {
    Fraction value =
        setting.value(
            formula.orElseThrow(() -> new UnfitNumbersException("Quantity must be a number")));
    UnfitNumbersException.unless(measure.allows(value), "Measure must allow the value");
    return value;
  }

  /** Returns the value in LaTeX. */
  String answer(Setting setting) {
    return formula.isPresent() ? value(setting).latex() : text.fill(setting).replace("$", "");
  }

  /** Returns the step that finds the value, with the answer that it comes to. */
  String told(Setting setting, String answer) {
    return MathText.withoutRepetition(step.fill(setting.with("answer", answer)));
  }
}
