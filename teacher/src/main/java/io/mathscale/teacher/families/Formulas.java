package io.mathscale.teacher.families;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Functions of texts with LaTeX formulas between dollar signs. */
final class Formulas {
  private static final Pattern FORMULA = Pattern.compile("(?<!\\\\)\\$(.*?)(?<!\\\\)\\$");
  private static final Pattern EQUALS = Pattern.compile(" = ");

  private Formulas() {}

  /** Returns the text with no formula that says that a term equals itself. */
  static String withoutRepetition(String text) {
    return FORMULA
        .matcher(text)
        .replaceAll(
            formula ->
                Matcher.quoteReplacement("$" + withoutEqualNeighbours(formula.group(1)) + "$"));
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
