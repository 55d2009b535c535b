package io.mathscale.graph.concepts;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Singulars of English nouns, as far as names of mathematical concepts need them. */
final class Plurals {
  private static final Map<String, String> IRREGULAR = irregular();

  /** Words that end in s and are no plurals: mathematics, analysis, radius, class. */
  private static final Pattern SINGULAR = Pattern.compile(".*(ics|is|us|ss)");

  private static final Pattern HISSING = Pattern.compile(".*(ch|sh|ss|x|zz)es");
  private static final int SHORTEST = 3;

  private Plurals() {}

  /** The singular of a lower-case word; the word itself where it is one. */
  static String singular(String word) {
    String irregular = IRREGULAR.get(word);
    if (irregular != null) {
      return irregular;
    }

    if (word.length() <= SHORTEST || !word.endsWith("s") || SINGULAR.matcher(word).matches()) {
      return word;
    }

    if (word.endsWith("ies")) {
      return word.substring(0, word.length() - "ies".length()) + "y";
    }

    if (HISSING.matcher(word).matches()) {
      return word.substring(0, word.length() - "es".length());
    }

    return word.substring(0, word.length() - "s".length());
  }

  private static Map<String, String> irregular() {
    Map<String, String> singulars = new HashMap<>();
    singulars.put("analyses", "analysis");
    singulars.put("axes", "axis");
    singulars.put("conics", "conic");
    singulars.put("criteria", "criterion");
    singulars.put("cubics", "cubic");
    singulars.put("extrema", "extremum");
    singulars.put("foci", "focus");
    singulars.put("formulae", "formula");
    singulars.put("halves", "half");
    singulars.put("hypotheses", "hypothesis");
    singulars.put("indices", "index");
    singulars.put("loci", "locus");
    singulars.put("matrices", "matrix");
    singulars.put("maxima", "maximum");
    singulars.put("minima", "minimum");
    singulars.put("parentheses", "parenthesis");
    singulars.put("polyhedra", "polyhedron");
    singulars.put("quadratics", "quadratic");
    singulars.put("radii", "radius");
    singulars.put("series", "series");
    singulars.put("vertices", "vertex");
    return singulars;
  }
}
