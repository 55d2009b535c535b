package io.mathscale.generator.replies.pairs;

import io.mathscale.generator.replies.headings.Heading;
import io.mathscale.generator.replies.headings.Novelty;
import io.mathscale.generator.replies.headings.PartKind;
import io.mathscale.generator.replies.text.Letters;

/** Finds a question under its heading, and the heading that ends it. */
final class QuestionPart {
  private final HeadedText text;

  QuestionPart(HeadedText text) {
    this.text = text;
  }

  /**
   * A question.
   *
   * @param asked its text
   * @param novelty what its headings tell about it
   * @param heading index of the last of its headings
   * @param solving index of the heading of its solution; −1 if it has none
   * @param isList whether it is one of several questions whose solutions follow them all
   */
  record Found(String asked, Novelty novelty, int heading, int solving, boolean isList) {}

  /** Reads the question under a heading, which others may follow before it ends. */
  Found read(int first) {
    int question = first;
    Novelty novelty = text.at(first).novelty();
    int next = nextQuestion(question + 1, first);
    StringBuilder before = new StringBuilder();
    while (next >= 0 && text.nextSolving(question, next) < 0 && isSame(question, next)) {
      String passed = text.between(text.content(question), text.start(next));
      boolean isReplaced =
          text.at(next).novelty() == Novelty.REVISED
              || isDraft(question)
              || LeadIn.endsInRevision(passed);
      boolean isTitle =
          text.at(question).isMarked()
              && LeadIn.isTitleBeside(
                  passed, text.between(text.content(next), text.start(next + 1)));
      String kept = isReplaced || isTitle ? "" : LeadIn.dropped(passed);
      before = isReplaced ? new StringBuilder() : before;
      before.append(kept.isBlank() ? "" : kept.strip() + "\n\n");
      question = next;
      novelty = strongest(novelty, text.at(next).novelty());
      next = nextQuestion(question + 1, first);
    }

    boolean isList = next >= 0 && text.nextSolving(question, next) < 0;
    int solving =
        isList
            ? numbered(next, text.at(question).number())
            : split(question, next < 0 ? text.size() : next);
    String asked =
        solving < 0
            ? text.between(text.question(question), text.start(question + 1))
            : asked(question, isList ? question + 1 : solving).stripLeading();
    return new Found(before + asked, novelty, question, solving, isList);
  }

  private boolean isDraft(int question) {
    return Letters.lower(text.between(text.start(question), text.content(question)))
        .contains("draft");
  }

  /**
   * The next heading of a question. A line with a number and without marks, such as {@code Question
   * 2: 3 points}, is none where the headings of the question and of its solution have marks.
   */
  private int nextQuestion(int from, int first) {
    int next = text.next(from, PartKind.QUESTION);
    int solving = text.nextSolving(from, text.size());
    boolean areMarked = text.at(first).isMarked() && solving >= 0 && text.at(solving).isMarked();
    while (areMarked
        && next >= 0
        && next < solving
        && !text.at(next).isMarked()
        && text.at(next).number() > 0) {
      next = text.next(next + 1, PartKind.QUESTION);
    }

    return next;
  }

  private static Novelty strongest(Novelty left, Novelty right) {
    return left.compareTo(right) >= 0 ? left : right;
  }

  /**
   * Whether two headings of questions follow each other as title and text do, and not as a list.
   */
  private boolean isSame(int first, int second) {
    int one = text.at(first).number();
    int two = text.at(second).number();
    return two <= 1 || one == two || (one == 0 && text.isBlankBetween(first, second));
  }

  /** The solution with the number of the question, behind a list of questions. */
  private int numbered(int from, int number) {
    int first = text.nextSolving(from, text.size());
    for (int i = from; i < text.size(); i++) {
      if (text.kind(i).isSolving() && text.at(i).number() == number) {
        return i;
      }
    }

    return first;
  }

  /**
   * The heading that ends the question: of several solutions the first before which something is
   * asked, since a question may be about solutions.
   */
  private int split(int question, int limit) {
    int first = text.nextSolving(question, limit);
    boolean isSolution = first >= 0 && text.kind(first) == PartKind.SOLUTION;
    for (int i = first; isSolution && i < limit; i++) {
      if (text.kind(i) == PartKind.SOLUTION
          && text.asksBetween(text.content(question), text.start(i))) {
        return i;
      }
    }

    return first;
  }

  /** The question's text, without what is told about it between it and the solution. */
  private String asked(int question, int solving) {
    int from = text.question(question);
    int end = text.start(solving);
    for (int i = question + 1; i < solving; i++) {
      Heading heading = text.at(i);
      boolean isAside = isAside(heading.kind());
      if (isAside && text.between(from, heading.start()).isBlank()) {
        from = text.lineEnd(heading.content());
      } else if (heading.kind() == PartKind.END || (isAside && !goesOn(from, heading, end))) {
        return text.between(from, heading.start());
      }
    }

    return text.between(from, end);
  }

  private static boolean isAside(PartKind kind) {
    return kind == PartKind.META || kind == PartKind.THOUGHT || kind.isConceptual();
  }

  /**
   * Whether a line that looks like a heading stands within the question: it asks behind it alone.
   */
  private boolean goesOn(int from, Heading heading, int end) {
    return !text.asksBetween(from, heading.start()) && text.asksBetween(heading.content(), end);
  }
}
