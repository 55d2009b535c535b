package io.mathscale.generator.replies.pairs;

import io.mathscale.generator.replies.headings.Headings;
import io.mathscale.generator.replies.headings.PartKind;
import io.mathscale.generator.replies.json.DoubleEscapes;
import io.mathscale.generator.replies.json.FoundJson;
import io.mathscale.generator.replies.json.JsonTexts;
import io.mathscale.generator.replies.json.ReplyJson;
import io.mathscale.generator.replies.text.Ends;
import io.mathscale.generator.replies.text.PartText;
import io.mathscale.generator.replies.text.Steps;
import java.util.List;
import java.util.Optional;

/** Finds the pair that a reply gives: in JSON, else in a table, else under headings. */
public final class PairReader {
  private static final List<String> GLUED =
      List.of("Question:", "**Question", "Problem:", "**Problem", "### ", "题目：");

  private PairReader() {}

  /**
   * What was found.
   *
   * @param pair the pair, cleaned of what its wrapper left; its parts may be blank
   * @param isForm whether all that was found repeats the form of answers, or only holds its place
   */
  public record Found(Optional<PairParts> pair, boolean isForm) {}

  /** Reads what a model says. */
  public static Found read(String text, Steps steps) {
    // A reply in one line may have its line ends written out.
    boolean isOneLine = text.indexOf('\n') < 0 && text.contains("\\n");
    boolean isJson = text.startsWith("{") || text.startsWith("[");
    String lines = isOneLine && !isJson ? DoubleEscapes.undone(text) : text;
    String said = PartText.inMarkdown(LeadingYaml.dropped(lines));
    List<FoundJson> json = ReplyJson.in(said, steps);
    List<PairParts> pairs = PairsInJson.in(json);
    if (pairs.stream().anyMatch(PairParts::isComplete)) {
      return chosen(said, pairs);
    }

    for (String wrapped : JsonTexts.in(json)) {
      List<PairParts> inside = inTextOrJson(wrapped, steps);
      if (inside.stream().anyMatch(PairParts::isComplete)) {
        return chosen(wrapped, inside);
      }
    }

    List<PairParts> others = inText(said, steps);
    return chosen(said, others.isEmpty() ? pairs : others);
  }

  private static List<PairParts> inTextOrJson(String text, Steps steps) {
    List<PairParts> pairs = PairsInJson.in(ReplyJson.in(text, steps));
    return pairs.isEmpty() ? inText(text, steps) : pairs;
  }

  private static List<PairParts> inText(String text, Steps steps) {
    List<PairParts> rows = PairTables.in(text);
    return rows.isEmpty() ? PairSections.in(text, steps) : rows;
  }

  private static Found chosen(String text, List<PairParts> pairs) {
    List<PairParts> clean = pairs.stream().map(PairReader::cleaned).toList();
    Optional<PairParts> chosen = PairChoice.of(text, clean);
    return new Found(chosen, chosen.isEmpty() && !pairs.isEmpty());
  }

  private static PairParts cleaned(PairParts pair) {
    String asked =
        LeadIn.withoutTitle(
            withoutLabel(Ends.trimmed(PartText.plain(pair.question())), PartKind.QUESTION));
    String question = Ends.unwrapped(Ends.withoutBullet(asked));
    String worked =
        withoutLabel(
            Ends.withoutTalk(withoutGlued(PartText.plain(pair.solution()))), PartKind.SOLUTION);
    String solution = Ends.unwrapped(Ends.withoutLastQuote(worked));
    return new PairParts(
        question,
        solution,
        Ends.trimmed(PartText.plain(pair.answer())),
        pair.start(),
        pair.end(),
        pair.novelty(),
        pair.isCut());
  }

  /** {@code Question: Problem: …}: without the second label. */
  private static String withoutLabel(String part, PartKind kind) {
    int newline = part.indexOf('\n');
    int lineEnd = newline < 0 ? part.length() : newline;
    return Headings.ofLine(part, 0, lineEnd)
        .filter(label -> label.kind() == kind && label.content() > 0 && label.number() == 0)
        .filter(label -> part.substring(0, label.content()).stripTrailing().endsWith(":"))
        .map(label -> part.substring(label.content()).strip())
        .filter(rest -> !rest.isEmpty())
        .orElse(part);
  }

  /** Without another question that follows the answer as if it were the same line. */
  private static String withoutGlued(String solution) {
    int box = solution.indexOf("\\boxed");
    for (String heading : GLUED) {
      int at = box < 0 ? -1 : solution.indexOf(heading, box);
      if (at > 0 && "$.}*)!。".indexOf(solution.charAt(at - 1)) >= 0) {
        return solution.substring(0, at);
      }
    }

    return solution;
  }
}
