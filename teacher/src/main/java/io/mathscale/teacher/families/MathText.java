package io.mathscale.teacher.families;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Functions of texts with LaTeX formulas between dollar signs. */
final class MathText {
  private static final Pattern FORMULA = Pattern.compile("(?<!\\\\)\\$(.*?)(?<!\\\\)\\$");
  private static final Pattern DOLLAR = Pattern.compile("(?<!\\\\)\\$");
  private static final Pattern LETTER =
      Pattern.compile("\\\\(?:begin|end|text)\\{[^}]*}|\\\\[a-zA-Z]+|([a-zA-Z])");
  private static final Pattern EQUALS = Pattern.compile(" = ");

  private MathText() {}

  /** Returns the text with no formula that says that a term equals itself. */
  static String withoutRepetition(String text) {
    return FORMULA
        .matcher(text)
        .replaceAll(
            formula ->
                Matcher.quoteReplacement("$" + withoutEqualNeighbours(formula.group(1)) + "$"));
  }

  /** Returns the letters in the formulas of a text, names of LaTeX commands apart. */
  static Set<String> symbols(String text) {
    return FORMULA
        .matcher(text)
        .results()
        .flatMap(formula -> LETTER.matcher(formula.group(1)).results())
        .map(letter -> letter.group(1))
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  /** Returns true if the character at an index of a text stands in a formula. */
  static boolean isInFormula(String text, int index) {
    return DOLLAR.matcher(text).region(0, index).results().count() % 2 == 1;
  }

  private static String withoutEqualNeighbours(String chain) {
    List<String> terms = new ArrayList<>();
    for (String term : EQUALS.split(chain, -1)) {
      if (terms.isEmpty() || !terms.get(terms.size() - 1).equals(term)) {
        terms.add(term);
      }
    }

    return String.join(" = ", terms);
  }
}
