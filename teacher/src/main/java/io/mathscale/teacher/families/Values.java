package io.mathscale.teacher.families;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What fills the slots of a wording: whole numbers, lists of them, and words. Immutable.
 *
 * @param numbers the whole numbers by slot
 * @param lists the lists of whole numbers by slot
 * @param words the words, or ready LaTeX, by slot
 */
record Values(Map<String, Long> numbers, Map<String, List<Long>> lists, Map<String, String> words) {
  static final Values NONE = new Values(Map.of(), Map.of(), Map.of());

  Values {
    numbers = Map.copyOf(numbers);
    lists = Map.copyOf(lists);
    words = Map.copyOf(words);
  }

  /** Returns the values of the slots {@code a}, {@code b}, {@code c} and so on. */
  static Values of(long... inOrder) {
    Map<String, Long> numbers = new HashMap<>();

    for (int i = 0; i < inOrder.length; i++) {
      numbers.put(String.valueOf((char) ('a' + i)), inOrder[i]);
    }

    return new Values(numbers, Map.of(), Map.of());
  }

  /** Returns these values and a number. */
  Values with(String slot, long number) {
    Map<String, Long> more = new HashMap<>(numbers);
    more.put(slot, number);

    return new Values(more, lists, words);
  }

  /** Returns these values and a list of numbers. */
  Values with(String slot, List<Long> list) {
    Map<String, List<Long>> more = new HashMap<>(lists);
    more.put(slot, List.copyOf(list));

    return new Values(numbers, more, words);
  }

  /** Returns these values and a word, or ready LaTeX. */
  Values with(String slot, String word) {
    Map<String, String> more = new HashMap<>(words);
    more.put(slot, word);

    return new Values(numbers, lists, more);
  }

  /** Returns these values and a fraction, ready to be shown. */
  Values with(String slot, Fraction fraction) {
    return with(slot, fraction.latex());
  }

  /**
   * Returns these values.
   *
   * @throws ArithmeticException if the condition, under which the family has an answer, is false
   */
  Values provided(boolean condition) {
    if (!condition) {
      throw new ArithmeticException("Family must have an answer for its numbers: " + numbers);
    }

    return this;
  }

  /** Returns the number in a slot. */
  long at(String slot) {
    Long number = numbers.get(slot);

    if (number == null) {
      throw new IllegalArgumentException("Slot must have a number: " + slot + " in " + numbers);
    }

    return number;
  }

  /** Returns the list in a slot. */
  List<Long> list(String slot) {
    return lists.get(slot);
  }

  /** Returns the number in the first slot, {@code a}. */
  long a() {
    return at("a");
  }

  /** Returns the number in the second slot, {@code b}. */
  long b() {
    return at("b");
  }

  /** Returns the number in the third slot, {@code c}. */
  long c() {
    return at("c");
  }

  /** Returns the number in the fourth slot, {@code d}. */
  long d() {
    return at("d");
  }

  /** Returns the working that tells the steps, constants with slots for these values. */
  Working working(long answer, String... steps) {
    return working(Long.toString(answer), steps);
  }

  /** Returns the working that tells the steps, constants with slots for these values. */
  Working working(Fraction answer, String... steps) {
    return working(answer.latex(), steps);
  }

  /** Returns the working that tells the steps, constants with slots for these values. */
  Working working(String answer, String... steps) {
    Values withAnswer = with("answer", answer);

    return new Working(
        Arrays.stream(steps)
            .map(step -> Formulas.withoutRepetition(Wording.ofStep(step).fill(withAnswer)))
            .toList(),
        answer);
  }
}
