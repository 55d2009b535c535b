package io.mathscale.teacher.families;

import java.util.HashMap;
import java.util.Map;

/**
 * What fills the slots of the texts of a family in one problem. Immutable.
 *
 * @param numbers the numbers by variable
 * @param words the words, or ready LaTeX, by slot
 * @param link the words for the quantity that the problem goes on with, empty if it begins here
 */
record Setting(Map<String, Fraction> numbers, Map<String, String> words, String link) {
  /** Nothing. */
  static final Setting EMPTY = new Setting(Map.of(), Map.of(), "");

  Setting {
    numbers = Map.copyOf(numbers);
    words = Map.copyOf(words);
  }

  /** Returns the value of a formula in the variables. */
  Fraction value(FamilyFormula formula) {
    return formula.value(new FamilyFormula.Scope(this::variable, Setting::drawn));
  }

  private static long drawn(long low, long high) {
    throw new IllegalArgumentException("Only a family draws numbers: " + low + " to " + high);
  }

  /** Returns the number of a variable. */
  Fraction variable(String name) {
    Fraction number = numbers.get(name);
    if (number == null) {
      throw new IllegalArgumentException("Variable must be known: " + name + " in " + numbers);
    }

    return number;
  }

  /** Returns these values and a number. */
  Setting with(String variable, Fraction number) {
    Map<String, Fraction> more = new HashMap<>(numbers);
    more.put(variable, number);
    return new Setting(more, words, link);
  }

  /** Returns these values and a ready text. */
  Setting with(String slot, String text) {
    Map<String, String> more = new HashMap<>(words);
    more.put(slot, text);
    return new Setting(numbers, more, link);
  }
}
