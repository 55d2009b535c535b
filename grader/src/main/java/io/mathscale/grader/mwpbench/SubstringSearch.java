package io.mathscale.grader.mwpbench;

/** Finds one string in another in time that is linear in both. */
final class SubstringSearch {
  private static final long SMALL_WORK = 1L << 22;

  private SubstringSearch() {}

  /** Whether the text contains the part; every text contains the empty part. */
  static boolean contains(String text, String part) {
    if ((long) text.length() * part.length() <= SMALL_WORK) {
      return text.contains(part);
    }
    return containsByPrefixTable(text, part);
  }

  /** Knuth, Morris and Pratt, for strings on which the plain search may be quadratic. */
  private static boolean containsByPrefixTable(String text, String part) {
    int[] border = new int[part.length()];
    int matched = 0;
    for (int i = 1; i < part.length(); i++) {
      while (matched > 0 && part.charAt(i) != part.charAt(matched)) {
        matched = border[matched - 1];
      }
      if (part.charAt(i) == part.charAt(matched)) {
        matched++;
      }
      border[i] = matched;
    }

    matched = 0;
    for (int i = 0; i < text.length(); i++) {
      while (matched > 0 && text.charAt(i) != part.charAt(matched)) {
        matched = border[matched - 1];
      }
      if (text.charAt(i) == part.charAt(matched)) {
        matched++;
      }
      if (matched == part.length()) {
        return true;
      }
    }

    return false;
  }
}
