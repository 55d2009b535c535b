package io.mathscale.generator.replies.pairs;

import io.mathscale.generator.replies.text.Ends;
import io.mathscale.generator.replies.text.PartText;
import io.mathscale.generator.replies.text.Steps;
import java.util.List;
import java.util.Optional;

/** Finds the pair that a reply gives: in JSON, else in a table, else under headings. */
public final class PairReader {
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
    String said = PartText.inMarkdown(text);
    List<PairParts> pairs = PairsInJson.in(said, steps);
    if (pairs.stream().noneMatch(PairParts::isComplete)) {
      List<PairParts> others = PairTables.in(said);
      others = others.isEmpty() ? PairSections.in(said, steps) : others;
      pairs = others.isEmpty() ? pairs : others;
    }

    List<PairParts> clean = pairs.stream().map(PairReader::cleaned).toList();
    Optional<PairParts> chosen = PairChoice.of(said, clean);
    return new Found(chosen, chosen.isEmpty() && !pairs.isEmpty());
  }

  private static PairParts cleaned(PairParts pair) {
    String question =
        Ends.unwrapped(LeadIn.withoutTitle(Ends.trimmed(PartText.plain(pair.question()))));
    String worked = Ends.withoutTalk(PartText.plain(pair.solution()));
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
}
