package io.mathscale.generator.meaning;

import io.mathscale.core.text.NormalForm;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/** The different numbers of a question, also those in words: who rewords keeps them, mostly. */
final class NumberSet {
  private static final Map<String, String> WORDS = words();

  private NumberSet() {}

  private static Map<String, String> words() {
    Map<String, String> words = new HashMap<>();
    String[][] numbers = {
      {"2", "two", "twice", "double", "doubled", "half", "halve", "halves", "halved"},
      {"3", "three", "third", "thirds", "triple", "tripled"},
      {"4", "four", "fourth", "fourths", "quarter", "quarters"},
      {"5", "five", "fifth", "fifths"},
      {"6", "six", "sixth", "sixths"},
      {"7", "seven", "seventh", "sevenths"},
      {"8", "eight", "eighth", "eighths"},
      {"9", "nine", "ninth", "ninths"},
      {"10", "ten", "tenth", "tenths"},
      {"11", "eleven"},
      {"12", "twelve", "dozen", "dozens"},
      {"20", "twenty"},
      {"30", "thirty"},
      {"40", "forty"},
      {"50", "fifty"},
      {"100", "hundred"},
    };
    for (String[] number : numbers) {
      for (int i = 1; i < number.length; i++) {
        words.put(number[i], number[0]);
      }
    }

    return words;
  }

  /** The numbers with a space between each two; one is none, since it stands for an article. */
  static String of(String question) {
    TreeSet<String> numbers = new TreeSet<>();
    for (String token : NormalForm.of(question).tokens()) {
      String number = NormalForm.isNumber(token) ? token : WORDS.get(token);
      if (number != null && !number.equals("1")) {
        numbers.add(number);
      }
    }

    return String.join(" ", numbers);
  }
}
