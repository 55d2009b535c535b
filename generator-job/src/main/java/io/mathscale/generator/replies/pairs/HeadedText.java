package io.mathscale.generator.replies.pairs;

import io.mathscale.generator.replies.headings.Heading;
import io.mathscale.generator.replies.headings.Headings;
import io.mathscale.generator.replies.headings.PartKind;
import io.mathscale.generator.replies.text.Steps;
import java.util.List;

/** A text with its headings, and where answers are stated in it. */
final class HeadedText {
  /** What is longer, in characters, is more than an answer alone. */
  private static final int LONGEST_ANSWER = 60;

  private static final int LONGEST_VALUE = 20;

  /** So much of a question, at its end, tells whether it asks for something. */
  private static final int MOST_ASKED = 2_000;

  private final String text;
  private final List<Heading> headings;
  private final StatedPlaces stated;
  private final Steps steps;

  HeadedText(String text, Steps steps) {
    this.text = text;
    this.steps = steps;
    this.headings = AssumedHeadings.of(Headings.in(text, steps));
    this.stated = new StatedPlaces(text);
  }

  /** Where the question under a heading begins: behind a title that stands in the heading. */
  int question(int index) {
    int start = content(index);
    int end = start(index + 1);
    int lineEnd = Math.min(end, lineEnd(start));
    String line = between(start(index), lineEnd).strip();
    boolean isBold = line.startsWith("**") && line.indexOf("**", 2) == line.length() - 2;
    String beside = between(start, lineEnd).strip();
    String title =
        isBold && beside.endsWith("**") ? beside.substring(0, beside.length() - 2) : beside;
    boolean hasTitle =
        (isBold || line.startsWith("#")) && LeadIn.isTitleBeside(title, between(lineEnd, end));
    return hasTitle ? lineEnd : start;
  }

  /** The number of headings. */
  int size() {
    return headings.size();
  }

  Heading at(int index) {
    return headings.get(index);
  }

  PartKind kind(int index) {
    return headings.get(index).kind();
  }

  /** Where the text under a heading begins. */
  int content(int index) {
    return headings.get(index).content();
  }

  /** Where a heading begins; the end of the text behind the last. */
  int start(int index) {
    return index < headings.size() ? headings.get(index).start() : text.length();
  }

  /** Whether an answer is stated under a heading, before another. */
  boolean isStatedBetween(int first, int second) {
    return stated.hasBetween(content(first), start(second));
  }

  /** The last heading that belongs to the solution under another. */
  int lastOfSolution(int solving, boolean isList) {
    return new SectionEnd(text, headings, stated, isList).lastOf(solving);
  }

  /** Whether the end of what stands between two places asks for something. */
  boolean asksBetween(int from, int to) {
    if (steps.areSpent()) {
      return false;
    }

    int start = Math.max(from, to - MOST_ASKED);
    steps.add(Math.max(0, to - start));
    return Headings.hasAsk(between(start, to));
  }

  boolean isBlankBetween(int first, int second) {
    return between(content(first), start(second)).isBlank();
  }

  /** Whether nothing but a value stands under a heading. */
  boolean isValueUnder(int index) {
    String under = between(content(index), start(index + 1)).strip();
    return under.length() <= LONGEST_VALUE && under.indexOf('\n') < 0;
  }

  /** Whether a part may be an answer alone. */
  static boolean isShort(String part) {
    return part.length() <= LONGEST_ANSWER && part.indexOf('\n') < 0;
  }

  /** The text between two places; empty where the second is not behind the first. */
  String between(int from, int to) {
    return text.substring(Math.min(from, to), to);
  }

  /** The first line between two places. */
  String line(int from, int to) {
    String part = between(from, to).strip();
    int newline = part.indexOf('\n');
    return newline < 0 ? part : part.substring(0, newline);
  }

  int lineEnd(int from) {
    int newline = text.indexOf('\n', from);
    return newline < 0 ? text.length() : newline;
  }

  /** The next heading of a kind, or −1. */
  int next(int from, PartKind kind) {
    for (int i = from; i < headings.size(); i++) {
      if (kind(i) == kind) {
        return i;
      }
    }

    return -1;
  }

  /** The next heading under which a solution may stand, before another; else −1. */
  int nextSolving(int from, int limit) {
    for (int i = from; i < limit; i++) {
      if (kind(i).isSolving()) {
        return i;
      }
    }

    return -1;
  }
}
