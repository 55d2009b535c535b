package io.mathscale.generator.replies.pairs;

import io.mathscale.generator.replies.headings.Heading;
import io.mathscale.generator.replies.headings.Headings;
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

  /** What is longer, in characters, is more than an answer alone. */
  private static final int LONGEST_ANSWER = 60;

  private static final int LONGEST_VALUE = 20;

  /** So much of a question, at its end, tells whether it asks for something. */
  private static final int MOST_ASKED = 2_000;

  private final String text;
  private final List<Heading> headings;
  private final StatedPlaces stated;
  private final Steps steps;

  private PairSections(String text, Steps steps) {
    this.text = text;
    this.steps = steps;
    this.headings = AssumedHeadings.of(Headings.in(text, steps));
    this.stated = new StatedPlaces(text);
  }

  /** All pairs in the order of the text; some may lack a part. */
  static List<PairParts> in(String text, Steps steps) {
    PairSections sections = new PairSections(text, steps);
    List<PairParts> pairs = sections.read();
    return pairs.isEmpty() ? InlinePairs.in(text) : pairs;
  }

  private List<PairParts> read() {
    List<PairParts> pairs = new ArrayList<>();
    int at = 0;
    while (at < headings.size() && pairs.size() < MOST_PAIRS) {
      int question = next(at, PartKind.QUESTION);
      int solving = nextSolving(at, headings.size());
      if (question < 0 && (solving < 0 || !pairs.isEmpty())) {
        return pairs;
      }

      boolean isImplicit = pairs.isEmpty() && solving >= 0 && (question < 0 || solving < question);
      Span span = isImplicit ? implicit(solving) : question(question);
      if (span == null) {
        at = solving + 1;
        continue;
      }

      pairs.add(span.pair());
      at = firstFrom(span.pair().end(), Math.max(span.last() + 1, at + 1));
    }

    return pairs;
  }

  /**
   * A pair and the last of the headings that belong to it.
   *
   * @param pair the pair
   * @param last index of the heading
   */
  private record Span(PairParts pair, int last) {}

  /** The question stands before the first heading, without one of its own. */
  private Span implicit(int solving) {
    int from = 0;
    for (int i = 0; i < solving; i++) {
      // Topics, titles and thoughts before it are not the question.
      Heading heading = headings.get(i);
      boolean isPast = heading.kind() == PartKind.END || heading.kind() == PartKind.EXAMPLE;
      from = isPast ? heading.content() : lineEnd(heading.content());
    }

    int end = headings.get(solving).start();
    String asked = LeadIn.dropped(between(from, end));
    if (asked.isBlank()) {
      return null;
    }

    return solved(asked, from, Novelty.NONE, solving, false);
  }

  private Span question(int first) {
    int question = first;
    Novelty novelty = headings.get(first).novelty();
    int next = next(question + 1, PartKind.QUESTION);
    StringBuilder before = new StringBuilder();
    while (next >= 0 && nextSolving(question, next) < 0 && isSameQuestion(question, next)) {
      String passed = between(headings.get(question).content(), headings.get(next).start());
      boolean isReplaced = headings.get(next).novelty() == Novelty.REVISED;
      String kept = isReplaced ? "" : LeadIn.dropped(passed);
      before = isReplaced ? new StringBuilder() : before;
      before.append(kept.isBlank() ? "" : kept.strip() + "\n\n");
      question = next;
      novelty = strongest(novelty, headings.get(next).novelty());
      next = next(question + 1, PartKind.QUESTION);
    }

    boolean isList = next >= 0 && nextSolving(question, next) < 0;
    int limit = isList ? headings.size() : next < 0 ? headings.size() : next;
    int solving =
        isList ? numbered(next, headings.get(question).number()) : nextSolving(question, limit);
    if (solving < 0) {
      int end = question + 1 < headings.size() ? headings.get(question + 1).start() : text.length();
      String asked = before + between(headings.get(question).content(), end);
      List<PairParts> inline = InlinePairs.in(between(headings.get(question).start(), end));
      PairParts pair =
          inline.isEmpty() ? UnheadedSolution.parted(asked, novelty) : inline.get(0).with(novelty);
      return new Span(moved(pair, headings.get(first).start(), end), question);
    }

    if (!isList) {
      solving = split(question, solving, limit);
    }

    String asked = before + asked(question, isList ? question + 1 : solving).stripLeading();
    boolean isFinal = headings.get(solving).kind() == PartKind.ANSWER && isValueUnder(solving);
    if (isFinal && UnheadedSolution.stepsStart(asked) > 0) {
      PairParts parted = UnheadedSolution.parted(asked, novelty);
      int end = solving + 1 < headings.size() ? headings.get(solving + 1).start() : text.length();
      String worked =
          parted.solution().strip() + "\n\n" + between(headings.get(solving).start(), end);
      return new Span(
          new PairParts(
              parted.question(),
              worked,
              line(headings.get(solving).content(), end),
              headings.get(first).start(),
              end,
              novelty,
              false),
          solving);
    }

    return solved(asked, headings.get(first).start(), novelty, solving, isList);
  }

  private static PairParts moved(PairParts pair, int start, int end) {
    return new PairParts(
        pair.question(), pair.solution(), pair.answer(), start, end, pair.novelty(), pair.isCut());
  }

  private static Novelty strongest(Novelty left, Novelty right) {
    return left.compareTo(right) >= 0 ? left : right;
  }

  /**
   * Whether two headings of questions follow each other as title and text do, and not as a list.
   */
  private boolean isSameQuestion(int first, int second) {
    int one = headings.get(first).number();
    int two = headings.get(second).number();
    return two <= 1 || one == two || one == 0 && blankBetween(first, second);
  }

  private boolean blankBetween(int first, int second) {
    return between(headings.get(first).content(), headings.get(second).start()).isBlank();
  }

  /** The solution with the number of the question, behind a list of questions. */
  private int numbered(int from, int number) {
    int first = -1;
    for (int i = from; i < headings.size(); i++) {
      if (headings.get(i).kind().isSolving()) {
        first = first < 0 ? i : first;
        if (headings.get(i).number() == number) {
          return i;
        }
      }
    }

    return first;
  }

  /**
   * The heading that ends the question: of several solutions the first before which something is
   * asked, since a question may be about solutions; of an answer and its explanation the latter.
   */
  private int split(int question, int first, int limit) {
    if (headings.get(first).kind() == PartKind.SOLUTION) {
      int from = headings.get(question).content();
      for (int i = first; i < limit; i++) {
        boolean mayBegin = headings.get(i).kind() == PartKind.SOLUTION;
        if (mayBegin && Headings.hasAsk(tail(from, headings.get(i).start()))) {
          return i;
        }
      }
    }

    return first;
  }

  /** The end of a question; empty when no further look is left. */
  private String tail(int from, int to) {
    if (steps.areSpent()) {
      return "";
    }

    int start = Math.max(from, to - MOST_ASKED);
    steps.add(Math.max(0, to - start));
    return between(start, to);
  }

  /** The question's text, without what is told about it between it and the solution. */
  private String asked(int question, int solving) {
    int from = headings.get(question).content();
    int end = headings.get(solving).start();
    for (int i = question + 1; i < solving; i++) {
      Heading heading = headings.get(i);
      boolean isAside =
          heading.kind() == PartKind.META
              || heading.kind() == PartKind.THOUGHT
              || heading.kind().isConceptual();
      if (isAside && between(from, heading.start()).isBlank()) {
        from = lineEnd(heading.content());
      } else if (isAside || heading.kind() == PartKind.END) {
        boolean goesOn =
            isAside
                && !Headings.hasAsk(tail(from, heading.start()))
                && Headings.hasAsk(tail(heading.content(), end));
        if (!goesOn) {
          return between(from, heading.start());
        }
      }
    }

    return between(from, end);
  }

  private Span solved(String asked, int start, Novelty novelty, int first, boolean isList) {
    int limit = headings.size();
    int solving = first;
    String answer = "";
    if (headings.get(first).kind() == PartKind.ANSWER) {
      int worked = workedAfterShort(first, limit);
      if (worked >= 0) {
        answer = line(headings.get(first).content(), headings.get(worked).start());
        solving = worked;
      }
    } else if (!isList) {
      solving = workedAfterBlankOrDraft(first, limit);
    }

    SectionEnd end = new SectionEnd(text, headings, stated, isList);
    int last = end.lastOf(solving);
    int to = last + 1 < headings.size() ? headings.get(last + 1).start() : text.length();
    String worked = between(headings.get(solving).content(), to);
    for (int i = solving + 1; i <= last && i < headings.size(); i++) {
      if (headings.get(i).kind() == PartKind.ANSWER) {
        answer = line(headings.get(i).content(), to);
      }
    }

    if (answer.isEmpty()) {
      answer = answerBehind(last + 1);
    }

    return new Span(
        new PairParts(asked, worked, answer, start, to, novelty, false), Math.max(last, solving));
  }

  /** The answer in a part of its own, behind the end of the solution. */
  private String answerBehind(int from) {
    int at = from < headings.size() && headings.get(from).kind() == PartKind.END ? from + 1 : from;
    if (at >= headings.size() || headings.get(at).kind() != PartKind.ANSWER) {
      return "";
    }

    int to = at + 1 < headings.size() ? headings.get(at + 1).start() : text.length();
    return line(headings.get(at).content(), to);
  }

  /** The heading of the worked solution where only a short answer stands before it. */
  private int workedAfterShort(int answer, int limit) {
    int next = nextSolving(answer + 1, limit);
    int question = next(answer + 1, PartKind.QUESTION);
    if (next < 0
        || question >= 0 && question < next
        || headings.get(next).kind() == PartKind.ANSWER) {
      return -1;
    }

    String told = between(headings.get(answer).content(), headings.get(next).start()).strip();
    boolean isStep =
        headings.get(next).kind() == PartKind.EXPLANATION && headings.get(next).number() > 0;
    return !isStep && isShort(told) && !told.endsWith(":") ? next : -1;
  }

  /** The last of headings under which nothing stands but the next one, or a draft. */
  private int workedAfterBlankOrDraft(int first, int limit) {
    int solving = first;
    for (int i = first + 1; i < limit && i < headings.size(); i++) {
      Heading heading = headings.get(i);
      if (heading.kind() == PartKind.QUESTION) {
        break;
      }

      boolean isRevised =
          heading.kind() == PartKind.SOLUTION && heading.novelty() == Novelty.REVISED;
      boolean isBlank = heading.kind() == PartKind.SOLUTION && blankBetween(solving, i);
      boolean isMain =
          headings.get(solving).kind() == PartKind.EXPLANATION
              && heading.kind() == PartKind.SOLUTION
              && !stated.hasBetween(headings.get(solving).content(), heading.start())
              && !isValueUnder(i);
      if (isRevised || isBlank || isMain) {
        solving = i;
      }
    }

    return solving;
  }

  private boolean isValueUnder(int index) {
    int end = index + 1 < headings.size() ? headings.get(index + 1).start() : text.length();
    String under = between(headings.get(index).content(), end).strip();
    return under.length() <= LONGEST_VALUE && under.indexOf('\n') < 0;
  }

  /** The text between two places; empty where the second is not behind the first. */
  private String between(int from, int to) {
    return text.substring(Math.min(from, to), to);
  }

  private static boolean isShort(String part) {
    return part.length() <= LONGEST_ANSWER && part.indexOf('\n') < 0;
  }

  private String line(int from, int to) {
    String part = between(from, to).strip();
    int newline = part.indexOf('\n');
    return newline < 0 ? part : part.substring(0, newline);
  }

  private int lineEnd(int from) {
    int newline = text.indexOf('\n', from);
    return newline < 0 ? text.length() : newline;
  }

  private int next(int from, PartKind kind) {
    for (int i = from; i < headings.size(); i++) {
      if (headings.get(i).kind() == kind) {
        return i;
      }
    }

    return -1;
  }

  private int nextSolving(int from, int limit) {
    for (int i = from; i < limit; i++) {
      if (headings.get(i).kind().isSolving()) {
        return i;
      }
    }

    return -1;
  }

  private int firstFrom(int position, int from) {
    int at = from;
    while (at < headings.size() && headings.get(at).start() < position) {
      at++;
    }

    return at;
  }
}
