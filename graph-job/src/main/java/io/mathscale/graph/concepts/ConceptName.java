package io.mathscale.graph.concepts;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.Locale;

/**
 * How a concept is written, lightly normalised: compatible Unicode characters are one (NFKC), runs
 * of white space and control characters are one space. Two spellings that differ in case alone are
 * the same concept.
 */
public final class ConceptName {
  /**
   * A name of more characters is not a concept but a reply gone wrong, and is left out. The longest
   * that a model really gave for 200 seeds has 163.
   */
  static final int MAX_LENGTH = 300;

  /** The order of code points, which is also that of Spark's strings. */
  static final Comparator<String> ORDER = ConceptName::compare;

  private ConceptName() {}

  /** Whether it can be the name of a concept: neither blank nor too long. */
  static boolean isUsable(String shown) {
    return !shown.isEmpty() && shown.length() <= MAX_LENGTH;
  }

  private static int compare(String one, String other) {
    int length = Math.min(one.length(), other.length());
    for (int i = 0; i < length; i++) {
      char first = one.charAt(i);
      char second = other.charAt(i);
      if (first != second) {
        // Surrogates stand for code points above all others.
        int order = Boolean.compare(Character.isSurrogate(first), Character.isSurrogate(second));
        return order != 0 ? order : Character.compare(first, second);
      }
    }

    return Integer.compare(one.length(), other.length());
  }

  /** The name as shown; empty where there is nothing to show. */
  static String shown(String given) {
    String composed =
        Normalizer.isNormalized(given, Normalizer.Form.NFKC)
            ? given
            : Normalizer.normalize(given, Normalizer.Form.NFKC);
    StringBuilder name = new StringBuilder(composed.length());
    boolean isSpaceDue = false;
    for (int i = 0; i < composed.length(); i++) {
      char letter = composed.charAt(i);
      if (isSpace(letter)) {
        isSpaceDue = name.length() > 0;
        continue;
      }

      if (isSpaceDue) {
        name.append(' ');
        isSpaceDue = false;
      }

      name.append(letter);
    }

    return name.toString();
  }

  /** What two spellings of the same concept have in common. */
  public static String identity(String given) {
    return Normalizer.normalize(shown(given).toLowerCase(Locale.ROOT), Normalizer.Form.NFKC);
  }

  private static boolean isSpace(char letter) {
    return Character.isWhitespace(letter)
        || Character.isSpaceChar(letter)
        || Character.isISOControl(letter);
  }
}
