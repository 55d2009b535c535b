package io.mathscale.generator.quality;

import io.mathscale.core.data.RejectionReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rule that a figure or table that the question needs stands in the question. */
final class AbsentFigure implements QualityRule {
  private static final long serialVersionUID = 1L;

  private static final List<String> NOUNS =
      List.of(
          "figure",
          "diagram",
          "picture",
          "image",
          "drawing",
          "illustration",
          "graph",
          "chart",
          "table",
          "histogram",
          "plot",
          "map");

  /** Before a noun. */
  private static final List<String> BEFORE =
      List.of("following", "accompanying", "adjacent", "attached", "adjoining", "above", "given");

  /** Behind a noun. */
  private static final List<String> BEHIND =
      List.of(
          "below",
          "above",
          "shown",
          "to the right",
          "to the left",
          "on the right",
          "on the left",
          "at right",
          "at left",
          "provided");

  /** Nouns that are figures of this text even alone. */
  private static final List<String> IN_THE = List.of("figure", "diagram", "illustration");

  private static final List<String> MARKS =
      List.of(
          "[asy]",
          "\\begin{",
          "![",
          "<img",
          "<svg",
          "<table",
          "\\includegraphics",
          "\n|",
          " | ",
          "tikz");

  private static final PhraseSet PHRASES = PhraseSet.of(phrases());

  private static List<String> phrases() {
    List<String> phrases = new ArrayList<>();
    for (String noun : NOUNS) {
      for (String before : BEFORE) {
        if (!before.equals("given") || IN_THE.contains(noun)) {
          phrases.add("the " + before + " " + noun);
        }
      }

      for (String behind : BEHIND) {
        phrases.add(noun + " " + behind);
      }

      phrases.add("shown in the " + noun);
    }

    for (String noun : IN_THE) {
      phrases.add("in the " + noun);
      phrases.add("see " + noun);
      phrases.add("see the " + noun);
      phrases.add("refer to the " + noun);
      phrases.add("the " + noun + " shows");
    }

    phrases.addAll(List.of("as shown below", "pictured below", "shown below", "as pictured"));
    return phrases;
  }

  @Override
  public String name() {
    return "absent-figure";
  }

  @Override
  public Optional<Violation> violation(PairText pair, Measurements measures) {
    if (MARKS.stream().anyMatch(pair.question()::contains)) {
      return Optional.empty();
    }

    return PHRASES
        .firstIn(pair.questionWords())
        .filter(found -> !found.endsWith("below") || !hasLinesBelow(pair.question()))
        .map(
            found ->
                new Violation(
                    RejectionReason.ABSENT_FIGURE,
                    "a figure that the question speaks of must be in it: " + found));
  }

  /** What is shown below may be text: several lines of it. */
  private static boolean hasLinesBelow(String question) {
    int below = question.indexOf("below");
    int line = question.indexOf('\n', below);
    return line > 0 && question.indexOf('\n', line + 2) > 0;
  }
}
