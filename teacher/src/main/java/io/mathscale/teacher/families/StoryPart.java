package io.mathscale.teacher.families;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One situation of a story and what is wanted of it.
 *
 * @param family the family of the situation
 * @param wording how it is told
 * @param setting its numbers and words
 * @param quantities what is wanted: one, or several of which the sum is
 * @param from what the quantity measures that the situation goes on with, {@code VALUE} if there is
 *     none
 */
record StoryPart(
    ProblemFamily family,
    ProblemText wording,
    Setting setting,
    List<Quantity> quantities,
    Measure from) {
  /** What stands before the words for two quantities. */
  static final String SUM = "the sum of ";

  /** What stands between the words for two quantities. */
  static final String AND = " and ";

  StoryPart {
    quantities = List.copyOf(quantities);
  }

  /** Returns the part with what is wanted of it. */
  StoryPart wanting(List<Quantity> wanted) {
    return new StoryPart(family, wording, setting, wanted, from);
  }

  /** Returns the part with other numbers or words. */
  StoryPart with(Setting other) {
    return new StoryPart(family, wording, other, quantities, from);
  }

  /** Returns what the wanted quantity measures here. */
  Measure measure() {
    return quantities.get(0).measure().after(from);
  }

  /** Returns the sentences that tell the situation. */
  String told() {
    return ProblemText.capitalised(wording.fill(setting));
  }

  /** Returns the words for what is wanted. */
  String phrase() {
    String phrases =
        quantities.stream()
            .map(quantity -> quantity.phrase().fill(setting))
            .collect(Collectors.joining(AND));
    return quantities.size() == 1 ? phrases : SUM + phrases;
  }

  /** Returns the value of what is wanted. */
  Fraction value() {
    return quantities.stream()
        .map(quantity -> quantity.value(setting))
        .reduce(Fraction.of(0), Fraction::plus);
  }

  /** Returns the answer in LaTeX. */
  String answer() {
    return quantities.size() == 1 ? quantities.get(0).answer(setting) : value().latex();
  }

  /** Returns how the answer is found, a line a step, of which the last comes to an answer. */
  String steps(String answer) {
    if (quantities.size() == 1) {
      return quantities.get(0).told(setting, answer);
    }

    String steps =
        quantities.stream()
            .map(quantity -> quantity.told(setting, quantity.answer(setting)))
            .collect(Collectors.joining("\n"));

    String sum =
        quantities.stream()
            .map(quantity -> quantity.value(setting))
            .map(value -> value.numerator() < 0 ? "(" + value.latex() + ")" : value.latex())
            .collect(Collectors.joining(" + "));
    return steps + "\nTheir sum is $" + sum + " = " + answer + "$.";
  }
}
