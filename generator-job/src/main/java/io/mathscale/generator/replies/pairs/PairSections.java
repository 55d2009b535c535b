package io.mathscale.generator.replies.pairs;

import io.mathscale.generator.replies.headings.Heading;
import io.mathscale.generator.replies.headings.Novelty;
import io.mathscale.generator.replies.headings.PartKind;
import io.mathscale.generator.replies.text.Steps;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds pairs under headings. A pair is a question with what solves it up to the next question that
 * has a solution of its own, or up to headings behind which no answer is stated any more.
 */
final class PairSections {
  /** Of more pairs than this the rest are not looked at. */
  private static final int MOST_PAIRS = 50;

  private final HeadedText text;
  private final QuestionPart questions;

  private PairSections(HeadedText text) {
    this.text = text;
    this.questions = new QuestionPart(text);
  }

  /** All pairs in the order of the text; some may lack a part. */
  static List<PairParts> in(String text, Steps steps) {
    List<PairParts> pairs = new PairSections(new HeadedText(text, steps)).read();
    List<PairParts> inline = pairs.isEmpty() ? InlinePairs.in(text) : pairs;
    return inline.isEmpty() ? QuotedQuestion.in(text) : inline;
  }

  /**
   * A pair and the last of the headings that belong to it.
   *
   * @param pair the pair
   * @param last index of the heading
   */
  private record Span(PairParts pair, int last) {}

  private List<PairParts> read() {
    List<PairParts> pairs = new ArrayList<>();
    int at = 0;
    while (at < text.size() && pairs.size() < MOST_PAIRS) {
      int question = text.next(at, PartKind.QUESTION);
      int solving = text.nextSolving(at, text.size());
      if (question < 0 && (solving < 0 || !pairs.isEmpty())) {
        return pairs;
      }

      boolean isImplicit = pairs.isEmpty() && solving >= 0 && (question < 0 || solving < question);
      Span span = isImplicit ? implicit(solving) : headed(question);
      if (span == null) {
        at = solving + 1;
        continue;
      }

      pairs.add(span.pair());
      at = firstFrom(span.pair().end(), Math.max(span.last() + 1, at + 1));
    }

    return pairs;
  }

  /** The question stands before the first heading, without one of its own. */
  private Span implicit(int solving) {
    int from = 0;
    for (int i = 0; i < solving; i++) {
      // Topics, titles and thoughts before it are not the question.
      Heading heading = text.at(i);
      boolean isPast = heading.kind() == PartKind.END || heading.kind() == PartKind.EXAMPLE;
      from = isPast ? heading.content() : text.lineEnd(heading.content());
    }

    String asked = LeadIn.dropped(text.between(from, text.start(solving)));
    return asked.isBlank() ? null : solved(asked, from, Novelty.NONE, solving, false);
  }

  private Span headed(int first) {
    QuestionPart.Found question = questions.read(first);
    int start = text.start(first);
    if (question.solving() < 0) {
      return new Span(unsolved(question, start), question.heading());
    }

    boolean isFinal =
        text.kind(question.solving()) == PartKind.ANSWER && text.isValueUnder(question.solving());
    return isFinal && UnheadedSolution.stepsStart(question.asked()) > 0
        ? withSteps(question, start)
        : solved(
            question.asked(), start, question.novelty(), question.solving(), question.isList());
  }

  /** A question under whose heading the solution may stand, too. */
  private PairParts unsolved(QuestionPart.Found question, int start) {
    int end = text.start(question.heading() + 1);
    List<PairParts> inline = InlinePairs.in(text.between(text.start(question.heading()), end));
    PairParts pair =
        inline.isEmpty()
            ? UnheadedSolution.parted(question.asked(), question.novelty())
            : inline.get(0);
    return new PairParts(
        pair.question(), pair.solution(), "", start, end, question.novelty(), false);
  }

  /** The steps stand under the heading of the question, and the answer alone under its own. */
  private Span withSteps(QuestionPart.Found question, int start) {
    PairParts parted = UnheadedSolution.parted(question.asked(), question.novelty());
    int solving = question.solving();
    int end = text.start(solving + 1);
    String worked = parted.solution().strip() + "\n\n" + text.between(text.start(solving), end);
    String answer = text.line(text.content(solving), end);
    return new Span(
        new PairParts(parted.question(), worked, answer, start, end, question.novelty(), false),
        solving);
  }

  private Span solved(String asked, int start, Novelty novelty, int solving, boolean isList) {
    SolutionPart.Found solution = new SolutionPart(text, isList).read(solving);
    return new Span(
        new PairParts(
            asked, solution.worked(), solution.answer(), start, solution.end(), novelty, false),
        solution.last());
  }

  private int firstFrom(int position, int from) {
    int at = from;
    while (at < text.size() && text.start(at) < position) {
      at++;
    }

    return at;
  }
}
